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

/** The packages whose names another gives on: what breaks them breaks it, though its range would not say so. */
const givenOn: Readonly<Record<string, readonly string[]>> = {
  jacobian: ["@jacobian/core", "@jacobian/dual", "@jacobian/linalg", "@jacobian/tape"],
};

/** The packages that the waiting changesets make a major of. */
const majors = (): Set<string> =>
  new Set(
    readdirSync(join(workspace, ".changeset"))
      .filter((file) => file.endsWith(".md") && file !== "README.md")
      .flatMap((file) => [...read(".changeset", file).matchAll(/^"(.+)": major$/gm)])
      .map(([, name]) => name!),
  );

test.for(Object.entries(givenOn))("%s breaks with what it gives on", ([name, sources]) => {
  const broken = majors();
  const owed = sources.filter((source) => broken.has(source) && !broken.has(name));
  expect(owed, `write "${name}": major into the changeset of`).toEqual([]);
});

test("what is given on is what the sources give on", () => {
  for (const [name, sources] of Object.entries(givenOn)) {
    const index = read("packages", name, "src/index.ts");
    const found = [...index.matchAll(/from "(@jacobian\/[a-z]+)"/g)].map(([, source]) => source);
    expect([...new Set(found)].sort()).toEqual(sources);
  }
});
