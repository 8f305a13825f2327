import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { between } from "./graph.ts";
import { broken } from "./manifests.ts";
import { draw, edges } from "./mermaid.ts";
import { places } from "./places.ts";

const root = mkdtempSync(join(tmpdir(), "graph-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const files: Record<string, string> = {
  "packages/core/package.json": '{ "name": "@jacobian/core" }',
  "packages/core/src/index.ts": "export const one = 1;",
  "packages/dual/package.json":
    '{ "name": "@jacobian/dual", "peerDependencies": { "@jacobian/core": "*" }, "dependencies": { "@jacobian/tape": "*" }, "devDependencies": { "@tooling/conformance": "*", "jacobian": "*" } }',
  "packages/dual/src/deep/file.ts": 'export * from "@jacobian/core/special";',
  "packages/dual/src/deep/file.test.ts": 'import "@jacobian/tape";',
  "packages/tape/package.json": '{ "name": "@jacobian/tape" }',
  "packages/tape/src/index.ts":
    'import type { Scalar } from "@jacobian/core"; // import "jacobian"\nconst s = \'import "jacobian"\';',
  "apps/tour/package.json": '{ "name": "@apps/tour", "dependencies": { "jacobian": "*" } }',
  "apps/tour/src/main.ts": 'await import("@jacobian/dual"); import "vitest";',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const folders = places(root, ["packages", "apps"]);

test("the drawing shows the imports of the sources, and nothing else", () => {
  expect(draw(edges(folders))).toBe(`\`\`\`mermaid
flowchart TD
  jacobian_core["@jacobian/core"]
  jacobian_dual["@jacobian/dual"]
  jacobian_tape["@jacobian/tape"]
  apps_tour["@apps/tour"]
  jacobian_dual --> jacobian_core
  jacobian_tape --> jacobian_core
  apps_tour --> jacobian_dual
\`\`\`
`);
});

test("a manifest that depends upward or sideways is named", () => {
  expect(broken(folders)).toEqual([
    'packages/dual/package.json: expected dependencies that the import law allows (core), got "@jacobian/tape"; remove it',
    'packages/dual/package.json: expected devDependencies that the import law allows (core), got "jacobian"; remove it',
  ]);
});

test("the drawing goes between the markers, and drawing again changes nothing", () => {
  const text = "# Map\n\n<!-- graph:start -->\nold\n<!-- graph:end -->\n\nEnd\n";
  const once = between(text, "new\n");
  expect(once).toBe("# Map\n\n<!-- graph:start -->\n\nnew\n\n<!-- graph:end -->\n\nEnd\n");
  expect(between(once, "new\n")).toBe(once);
  expect(() => between("# Map\n", "new\n")).toThrow(/expected <!-- graph:start -->/);
});
