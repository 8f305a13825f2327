import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { root as workspace } from "./run.ts";
import { stamp } from "./stamp.ts";

/** A workspace with nothing in it but what every package leans on. */
const root = mkdtempSync(join(tmpdir(), "stamp-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});
const copied = [
  "package.json",
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "eslint.config.js",
  "LICENSE",
];
for (const file of [...copied, ".prettierrc.json", ".prettierignore"])
  cpSync(join(workspace, file), join(root, file));
for (const folder of ["node_modules", "tooling"]) {
  symlinkSync(join(workspace, folder), join(root, folder));
}
mkdirSync(join(root, ".changeset"));

const folder = stamp(root, "my-package");
const scope = join(folder, "node_modules/@jacobian");
mkdirSync(scope, { recursive: true });
symlinkSync(join(workspace, "packages/core"), join(scope, "core"));
mkdirSync(join(folder, "node_modules/@tooling"));
symlinkSync(join(workspace, "tooling/vitest"), join(folder, "node_modules/@tooling/vitest"));

const bin = join(workspace, "node_modules/.bin");
const exec = promisify(execFile);

/** Fails with the program's output if the program does. */
const succeeds = async (program: string, args: readonly string[], cwd: string): Promise<string> => {
  try {
    return (await exec(join(bin, program), args, { cwd })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} failed:\n${stdout}${stderr}`, { cause: error });
  }
};

test("a stamped package builds", { timeout: 120_000 }, async () => {
  await succeeds("tsup", [], folder);
  expect(existsSync(join(folder, "dist/index.js"))).toBe(true);
  expect(readFileSync(join(folder, "dist/index.d.ts"), "utf8")).toContain("halfSquare");
});

test(
  "a stamped package passes its tests, its README among them",
  { timeout: 120_000 },
  async () => {
    await succeeds("vitest", ["run"], folder);
    const report = readFileSync(join(folder, "reports/test.json"), "utf8");
    expect(JSON.parse(report)).toEqual({ passed: 7, failed: 0, skipped: 0 });
  },
);

test("a stamped package type-checks", { timeout: 120_000 }, async () => {
  await succeeds("tsc", ["--noEmit"], folder);
});

test("a stamped package lints and is formatted", { timeout: 120_000 }, async () => {
  await succeeds("eslint", ["."], folder);
  await succeeds("prettier", ["--check", "packages/my-package", ".changeset"], root);
});

test("its README has the five headings, and its first release is 1.0.0", () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect(readme.match(/(?<=^## ).*/gm)).toEqual([
    "What",
    "Example",
    "Mathematics",
    "Promises and limits",
    "Neighbours",
  ]);
  const changeset = readFileSync(join(root, ".changeset/first-my-package.md"), "utf8");
  expect(changeset).toContain('"@jacobian/my-package": major');
});

test.each(["", "Dual", "my_package", "-x", "x-", "a--b", "../x", "@jacobian/x", "1d"])(
  'the name "%s" is refused',
  (name) => {
    expect(() => stamp(root, name)).toThrow(
      `new: expected a name of small letters, digits and single hyphens, got "${name}"; try`,
    );
  },
);

test("a name that is taken is refused", () => {
  expect(() => stamp(root, "my-package")).toThrow(
    'new: expected a name that is free, got "my-package"; packages/my-package is there',
  );
});
