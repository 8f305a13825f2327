import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import { expect, test } from "vitest";
import enter from "../enter.cjs";

const file = join(import.meta.dirname, "../enter.cjs");

test.each([
  ["20.20.2", ">=20.19", true],
  ["20.19.0", ">=20.19", true],
  ["20.18.9", ">=20.19", false],
  ["18.20.0", ">=20.19", false],
  ["9.11.2", ">=20.19", false],
  ["24.0.0", ">=20.19", true],
  ["100.0.0", ">=20.19", true],
])("Node %s for %s: %s", (version, range, expected) => {
  expect(enter.newEnough(version, range)).toBe(expected);
});

test("a Node that is too old is refused in one line", () => {
  const folder = mkdtempSync(join(tmpdir(), "old-node-"));
  const old = join(folder, "old.cjs");
  writeFileSync(old, 'Object.defineProperty(process.versions, "node", { value: "12.22.1" });');
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", old, file, "test"], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr:
      "jacobian: expected Node >=20.19, got 12.22.1; install a newer Node from https://nodejs.org\n",
  });
});

test("a Node of any age can read it: no syntax younger than ES5", () => {
  const config = { languageOptions: { ecmaVersion: 5, sourceType: "script" } } as const;
  const linter = new Linter();
  expect(linter.verify(readFileSync(file, "utf8"), config)).toEqual([]);
  expect(linter.verify("const x = () => 1;", config)).not.toEqual([]);
});
