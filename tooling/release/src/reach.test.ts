import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reachProblems } from "./reach.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reach-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const manifest = {
  name: "near",
  version: "1.0.0",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  bin: { near: "./dist/cli/main.js" },
  peerDependencies: { far: "^1.0.0" },
};

const built = {
  "dist/index.js":
    'import "./chunk-A.js";\nimport { far } from "far/door";\nexport const near = far;',
  "dist/index.js.map": "{}",
  "dist/chunk-A.js": "export const a = 1;",
  "dist/cli/main.js": 'import "../chunk-A.js";\nimport "node:process";',
  "dist/index.d.ts": 'export { A } from "./types-B.js";',
  "dist/types-B.d.ts": "export type A = 1;",
};

function problems(change: Readonly<Record<string, string>>): Promise<string[]> {
  // What says that nothing has side effects must not hide what is imported for them.
  const manifestText = JSON.stringify({ ...manifest, sideEffects: false });
  const files = new Map(Object.entries({ ...built, ...change, "package.json": manifestText }));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return reachProblems({ files, manifest }, folder);
}

test("doors and programs lead to every file, import what is declared, and programs Node too", async () => {
  expect(await problems({})).toEqual([]);
});

test.each(["dist/left.js", "dist/left.js.map", "dist/left.d.ts", "dist/cli/main.d.ts"])(
  "%s, to which nothing leads, is refused",
  async (path) => {
    expect(await problems({ [path]: "" })).toEqual([
      `files: expected what a door leads to, got ${path}; build anew`,
    ]);
  },
);

test.each([
  ["node:fs", 'import "node:fs";'],
  ["fs", 'import { readFileSync } from "fs"; export const read = readFileSync;'],
  ["node:net", 'export const later = () => import("node:net");'],
  ["farther", 'export { far } from "farther";'],
])("an import of %s is refused", async (id, text) => {
  expect(await problems({ "dist/chunk-A.js": text })).toEqual([
    `imports: expected declared dependencies, got ${id}; do without, or declare it`,
  ]);
});

test("a program imports no other package either", async () => {
  expect(
    await problems({ "dist/cli/main.js": 'import "../chunk-A.js";\nimport "yargs";' }),
  ).toEqual(["imports: expected declared dependencies, got yargs; do without, or declare it"]);
});
