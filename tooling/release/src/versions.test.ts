import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { markAll, tag } from "@tooling/workspace/canary";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

type Versioned = { name: string; version: string; private?: boolean };

const workspace = resolve(import.meta.dirname, "../../..");
const changesets = join(workspace, "node_modules/@changesets/cli/bin.js");
const folders = ["packages", "tooling", "apps"].flatMap((room) =>
  readdirSync(join(workspace, room)).map((name) => join(room, name)),
);

let scratch: string;
const manifests = () =>
  folders.map((folder) => {
    const file = join(scratch, folder, "package.json");
    return { file, manifest: JSON.parse(readFileSync(file, "utf8")) as Versioned };
  });

/** Gives every public package a version, and writes changesets such as `{ core: "minor" }`. */
function prepare(version: string, changes: Readonly<Record<string, string>>): void {
  for (const { file, manifest } of manifests()) {
    if (manifest.private !== true) writeFileSync(file, JSON.stringify({ ...manifest, version }));
  }
  for (const [name, bump] of Object.entries(changes)) {
    const text = `---\n"${name}": ${bump}\n---\n\nA change.\n`;
    writeFileSync(join(scratch, `.changeset/${name.replaceAll(/\W/g, "-")}.md`), text);
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: scratch, stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", "x");
}

/** What `changeset version` makes of it: the packages whose version moved, private ones too. */
function moved(from: string, ...options: readonly string[]): Record<string, string> {
  execFileSync(process.execPath, [changesets, "version", ...options], {
    cwd: scratch,
    stdio: "pipe",
  });
  return Object.fromEntries(
    manifests()
      .filter(({ manifest }) => manifest.version !== (manifest.private === true ? "0.0.0" : from))
      .map(({ manifest }) => [manifest.name, manifest.version]),
  );
}

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "versions-"));
  for (const file of [
    "package.json",
    "pnpm-workspace.yaml",
    ".changeset/config.json",
    ".changeset/changelog.cjs",
  ]) {
    cpSync(join(workspace, file), join(scratch, file));
  }
  for (const folder of folders) {
    mkdirSync(join(scratch, folder), { recursive: true });
    cpSync(join(workspace, folder, "package.json"), join(scratch, folder, "package.json"));
  }
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

const all = folders
  .map(
    (folder) =>
      JSON.parse(readFileSync(join(workspace, folder, "package.json"), "utf8")) as Versioned,
  )
  .filter((manifest) => manifest.private !== true)
  .map(({ name }) => name);

describe("versions", { timeout: 30_000 }, () => {
  test("the first release of every package is 1.0.0", () => {
    prepare("0.0.0", Object.fromEntries(all.map((name) => [name, "major"])));
    expect(moved("0.0.0")).toEqual(Object.fromEntries(all.map((name) => [name, "1.0.0"])));
  });

  test.each([
    { change: { "@jacobian/core": "patch" }, result: { "@jacobian/core": "1.0.1" } },
    { change: { "@jacobian/core": "minor" }, result: { "@jacobian/core": "1.1.0" } },
    { change: { "@jacobian/dual": "patch" }, result: { "@jacobian/dual": "1.0.1" } },
    { change: { "@jacobian/dual": "minor" }, result: { "@jacobian/dual": "1.1.0" } },
    {
      change: { "@jacobian/dual": "major" },
      result: { "@jacobian/dual": "2.0.0", "@jacobian/nonsmooth": "1.0.1", jacobian: "1.0.1" },
    },
  ])("$change gives $result", ({ change, result }) => {
    prepare("1.0.0", change);
    expect(moved("1.0.0")).toEqual(result);
  });

  test("a major of core is one of every package that has core as a peer, a patch of what installs it", () => {
    prepare("1.0.0", { "@jacobian/core": "major" });
    const peers = ["core", "dual", "linalg", "nonsmooth", "symbolic", "tape"];
    expect(moved("1.0.0")).toEqual({
      ...Object.fromEntries(peers.map((name) => [`@jacobian/${name}`, "2.0.0"])),
      "@jacobian/flows": "1.0.1",
      jacobian: "1.0.1",
    });
  });

  test("a changelog says what changed, and then which neighbours it comes with", () => {
    prepare("1.0.0", { "@jacobian/dual": "major" });
    moved("1.0.0");
    const changelog = (name: string) =>
      readFileSync(join(scratch, `packages/${name}/CHANGELOG.md`), "utf8");
    expect(changelog("dual")).toBe(
      "# @jacobian/dual\n\n## 2.0.0\n\n### Major Changes\n\n- A change.\n",
    );
    expect(changelog("jacobian")).toBe(
      "# jacobian\n\n## 1.0.1\n\n### Patch Changes\n\n- Comes with @jacobian/dual 2.0.0, @jacobian/nonsmooth 1.0.1.\n",
    );
  });

  test("a canary is of all packages, whatever changed, and of no other", () => {
    prepare("1.0.0", { "@jacobian/dual": "minor" });
    markAll(scratch);
    const versions = moved("1.0.0", "--snapshot", tag);
    expect(Object.keys(versions).sort()).toEqual([...all].sort());
    const [first = "", ...others] = [...new Set(Object.values(versions))];
    expect(others).toEqual([]);
    expect(first).toMatch(/^0\.0\.0-canary-\d{14}$/);
  });
});
