import { ESLint } from "eslint";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { mayImport, target } from "./import-law.js";

const root = resolve(import.meta.dirname, "../..");

/** The workspace's own rules, as `npm test` runs them, without those that need a program's types. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => ruleId === "workspace/import-law",
});

/** Lints a file that is not there, as if it were. */
async function messages(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, path) });
  return (result?.messages ?? []).map(({ message }) => message);
}

const forbidden = (here: string, specifier: string, allowed = "core") =>
  `import: expected a package that ${here} may import (${allowed}), got "${specifier}"; move the code, or the test to tooling/agreement`;

describe("a forbidden import fails the lint", () => {
  test.each([
    [
      "sideways",
      "packages/dual/src/x.ts",
      'import { vjp } from "@jacobian/tape";',
      "@jacobian/tape",
    ],
    ["upward", "packages/tape/src/x.ts", 'import { jacobian } from "jacobian";', "jacobian"],
    ["a subpath", "packages/dual/src/x.ts", 'import "@jacobian/tape/x";', "@jacobian/tape/x"],
    [
      "a type",
      "packages/dual/src/x.ts",
      'import type { T } from "@jacobian/tape";',
      "@jacobian/tape",
    ],
    ["in a test", "packages/dual/src/x.test.ts", 'import "@jacobian/tape";', "@jacobian/tape"],
    [
      "re-exported",
      "packages/dual/src/x.ts",
      'export { x } from "@jacobian/tape";',
      "@jacobian/tape",
    ],
    [
      "all re-exported",
      "packages/dual/src/x.ts",
      'export * from "@jacobian/tape";',
      "@jacobian/tape",
    ],
    ["at run time", "packages/dual/src/x.ts", 'await import("@jacobian/tape");', "@jacobian/tape"],
    [
      "in a type",
      "packages/dual/src/x.ts",
      'type T = import("@jacobian/tape").T;',
      "@jacobian/tape",
    ],
    ["a tool", "packages/dual/src/x.ts", 'import "@tooling/conformance";', "@tooling/conformance"],
    ["a new leaf", "packages/later/src/x.ts", 'import "@jacobian/dual";', "@jacobian/dual"],
  ])("%s", async (_, path, code, specifier) => {
    const here = path.split("/").slice(0, 2).join("/");
    expect(await messages(path, code)).toEqual([forbidden(here, specifier)]);
  });

  test("core imports no package", async () => {
    expect(await messages("packages/core/src/x.ts", 'import "@jacobian/linalg";')).toEqual([
      forbidden("packages/core", "@jacobian/linalg", "no other package"),
    ]);
  });

  test("a path out of the package", async () => {
    const code = 'import { x } from "../../tape/src/x.ts";';
    expect(await messages("packages/dual/src/x.ts", code)).toEqual([
      'import: expected a path inside packages/dual, got "../../tape/src/x.ts"; import the package by name',
    ]);
  });

  test("conformance knows the packages by their types alone", async () => {
    const path = "tooling/conformance/src/x.ts";
    expect(await messages(path, 'import type * as Core from "@jacobian/core";')).toEqual([]);
    expect(await messages(path, 'import * as core from "@jacobian/core";')).toHaveLength(1);
  });
});

test.each([
  ["packages/dual/src/x.ts", 'import { add } from "@jacobian/core"; import "./y.ts";'],
  ["packages/dual/src/deep/x.ts", 'import "../y.ts"; import { z } from "@jacobian/core/special";'],
  ["packages/dual/src/x.test.ts", 'import { conforms } from "@tooling/conformance";'],
  ["packages/dual/vitest.config.ts", 'export { default } from "@tooling/vitest";'],
  ["packages/nonsmooth/src/x.ts", 'import "@jacobian/dual"; import "@jacobian/linalg";'],
  ["packages/jacobian/src/x.ts", 'import "@jacobian/dual"; import "@jacobian/tape";'],
  ["packages/flows/src/x.ts", 'import "jacobian"; import "@jacobian/core";'],
  ["tooling/agreement/src/x.test.ts", 'import "@jacobian/dual"; import "@jacobian/tape";'],
  ["apps/tour/src/x.ts", 'import "jacobian"; import "node:fs";'],
])("%s may: %s", async (path, code) => {
  expect(await messages(path, code)).toEqual([]);
});

test("the law has no cycle", () => {
  const names = ["core", "linalg", "dual", "tape", "symbolic", "nonsmooth", "jacobian", "flows"];
  for (const a of names) {
    for (const b of names) {
      const place = (name: string) => ({ room: "packages", name });
      const both = [
        mayImport(place(a), place(b), "source"),
        mayImport(place(b), place(a), "source"),
      ];
      expect(both).not.toEqual([true, true]);
    }
  }
});

test("a specifier leads into the workspace, or not", () => {
  expect(target("jacobian")).toEqual({ room: "packages", name: "jacobian" });
  expect(target("@tooling/vitest/readme")).toEqual({ room: "tooling", name: "vitest" });
  expect(target("jacobian-other")).toBeUndefined();
  expect(target("node:fs")).toBeUndefined();
});
