import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const workspace = resolve(import.meta.dirname, "../../..");
const read = (...path: string[]) => readFileSync(join(workspace, ...path), "utf8");

test("the lockfile says what is installed, not from where", () => {
  const lock = read("pnpm-lock.yaml");
  expect(lock).toContain("integrity: sha512-");
  expect(lock.match(/https?:\/\/\S+|git\+\S+|\starball:.*/g)).toBeNull();
});

test.for(readdirSync(join(workspace, "packages")))(
  "%s has the licence of the workspace",
  (name) => {
    const { license } = JSON.parse(read("packages", name, "package.json")) as { license: string };
    expect(license).toBe("MIT");
    expect(read("packages", name, "LICENSE")).toBe(read("LICENSE"));
  },
);
