import { homedir } from "node:os";
import { resolve } from "node:path";
import type { Manifest } from "./pack.ts";

const allowed =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/.+(\.js|\.js\.map|\.d\.ts))$/;
const required = ["package.json", "README.md", "LICENSE"];

/** What must be in no published file, and why. */
const leaks: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    "a path of a machine",
    /(?<![\w.])\/(home|root|Users|tmp|var|private|opt|mnt|work|builds|github)\/\w|[A-Z]:\\{1,2}Users/,
  ],
  ["the address of a registry", /registry\.npmjs|verdaccio|localhost|127\.0\.0\.1/],
  ["the condition of the sources", /@jacobian\/source/],
  ["a range that only the workspace knows", /"workspace:/],
];

/** The machine that packs is one that must not be seen. */
const here = [homedir(), resolve(import.meta.dirname, "../../..")].filter((path) => path !== "/");

/** Files that should not be published, or that should and are not. */
export function fileProblems(files: ReadonlyMap<string, string>): string[] {
  const extra = [...files.keys()].filter((path) => !allowed.test(path));
  const missing = required.filter((path) => !files.has(path));
  return [
    ...extra.map(
      (path) => `files: expected built files only, got ${path}; see "files" in package.json`,
    ),
    ...missing.map((path) => `files: expected ${path}, got no such file; add it to the package`),
  ];
}

/** Texts that tell where or how the package was made. */
export function leakProblems(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) => {
    const found = leaks.flatMap(([what, pattern]) => {
      const match = pattern.exec(text);
      return match ? [`${what} ("${match[0]}")`] : [];
    });
    const seen = here.filter((folder) => text.includes(`${folder}/`)).map((each) => `"${each}"`);
    return [...found, ...seen].map(
      (what) => `${path}: expected nothing of the machine that built it, got ${what}; rebuild`,
    );
  });
}

/** What npm would run on the machine of whoever installs the package. */
const atInstall = ["preinstall", "install", "postinstall", "prepare", "prepublish"];

/** Packages from outside the workspace that are needed at run time, and why. There are none. */
const reasons: Readonly<Record<string, string>> = {};

/** A range of releases, or of canaries: an alias, an address or a tag may lead to another package. */
const range = /^\^\d+\.\d+\.\d+(-canary-\d+)?$/;

/** What an installation would run, and what it would bring from elsewhere without a reason. */
export function trustProblems({
  scripts = {},
  dependencies,
  peerDependencies,
  optionalDependencies,
}: Manifest): string[] {
  const needed = [dependencies, peerDependencies, optionalDependencies].flatMap((each = {}) =>
    Object.entries(each),
  );
  const names = [...new Set(needed.map(([name]) => name))];
  const strange = names.filter((name) => !/^(@jacobian\/|jacobian$)/.test(name) && !reasons[name]);
  return [
    ...atInstall
      .filter((name) => name in scripts)
      .map((name) => `scripts: expected none that runs at install, got "${name}"; remove it`),
    ...strange.map(
      (name) =>
        `dependencies: expected packages of this workspace, got ${name}; write its reason into contents.ts, or do without`,
    ),
    ...needed
      .filter(([, version]) => !range.test(version))
      .map(
        ([name, version]) =>
          `dependencies: expected a range such as ^1.0.0 of ${name}, got "${version}"; write workspace:^`,
      ),
  ];
}
