import { homedir } from "node:os";
import { expect, test } from "vitest";
import { fileProblems, leakProblems, trustProblems } from "./contents.ts";

const good = new Map([
  ["package.json", "{}"],
  ["README.md", "# A\n\nSee https://www.npmjs.com/package/jacobian and ./src/home/x."],
  ["LICENSE", ""],
  ["dist/index.js", "export const ratio = a/tmp/b;"],
  ["dist/special/index.d.ts", ""],
  ["dist/index.js.map", '{"sources":["../src/index.ts"]}'],
]);

test("built files and papers are all that is published", () => {
  expect(fileProblems(good)).toEqual([]);
});

test.each(["src/index.ts", "tsup.config.ts", "dist/.turbo/log", "reports/test.json"])(
  "%s is refused",
  (path) => {
    expect(fileProblems(new Map([...good, [path, ""]]))).toEqual([
      `files: expected built files only, got ${path}; see "files" in package.json`,
    ]);
  },
);

test("a missing licence is named", () => {
  expect(fileProblems(new Map([...good].filter(([path]) => path !== "LICENSE")))).toEqual([
    "files: expected LICENSE, got no such file; add it to the package",
  ]);
});

test("relative paths and public pages are no leak", () => {
  expect(leakProblems(good)).toEqual([]);
});

test.each([
  ['{"sources":["/home/someone/core/src/index.ts"]}', 'a path of a machine ("/home/s")'],
  ["// built in /builds/group/core", 'a path of a machine ("/builds/g")'],
  [`// ${homedir()}/x`, `"${homedir()}"`],
  ["http://localhost:4873/core", 'the address of a registry ("localhost")'],
  ['"@jacobian/source": "./src/index.ts"', 'the condition of the sources ("@jacobian/source")'],
  ['"@jacobian/core": "workspace:^"', 'a range that only the workspace knows (""workspace:")'],
])("%s is a leak", (text, what) => {
  expect(leakProblems(new Map([["dist/index.js", text]]))).toContain(
    `dist/index.js: expected nothing of the machine that built it, got ${what}; rebuild`,
  );
});

const manifest = { name: "@jacobian/x", version: "1.0.0", exports: {} };

test("neighbours and scripts of the workspace are trusted", () => {
  const dependencies = { "@jacobian/core": "^1.0.0", jacobian: "^1.0.0" };
  expect(trustProblems({ ...manifest, dependencies, scripts: { build: "tsup" } })).toEqual([]);
});

test.each(["preinstall", "install", "postinstall", "prepare"])("a script %s is refused", (name) => {
  expect(trustProblems({ ...manifest, scripts: { [name]: "node x.js" } })).toEqual([
    `scripts: expected none that runs at install, got "${name}"; remove it`,
  ]);
});

test.each(["dependencies", "peerDependencies", "optionalDependencies"])(
  "one of the %s from outside needs a reason",
  (kind) => {
    expect(trustProblems({ ...manifest, [kind]: { "jacobian-x": "^1.0.0" } })).toEqual([
      "dependencies: expected packages of this workspace, got jacobian-x; write its reason into contents.ts, or do without",
    ]);
  },
);

test.each(["1.0.0", "*", "npm:other@^1.0.0", "https://example.org/x.tgz", "canary"])(
  "%s is no range: it pins, or leads elsewhere",
  (version) => {
    expect(trustProblems({ ...manifest, peerDependencies: { "@jacobian/core": version } })).toEqual(
      [
        `dependencies: expected a range such as ^1.0.0 of @jacobian/core, got "${version}"; write workspace:^`,
      ],
    );
  },
);

test("canaries are used with canaries", () => {
  const dependencies = { "@jacobian/core": "^0.0.0-canary-20260101120000" };
  expect(trustProblems({ ...manifest, dependencies })).toEqual([]);
});
