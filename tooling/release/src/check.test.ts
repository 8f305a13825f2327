import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadProblems } from "./loading.ts";
import { pack } from "./pack.ts";
import { installed } from "./place.ts";
import { manifestProblems, typeProblems } from "./resolution.ts";
import { sideEffectProblems } from "./side-effects.ts";
import { measure } from "./sizes.ts";

const root = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** A package on disk whose main module is `code`. */
function make(name: string, code: string, change: object = {}): string {
  const files = {
    "package.json": JSON.stringify({
      name,
      version: "1.0.0",
      license: "MIT",
      type: "module",
      sideEffects: false,
      files: ["dist"],
      engines: { node: ">=20.19" },
      exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
      ...change,
    }),
    "README.md": `# ${name}\n`,
    LICENSE: "MIT",
    "dist/index.js": code,
    "dist/index.d.ts": "export declare const sin: number;\n",
    "src/index.ts": "",
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(root, name);
}

const pure = "export const sin = /*#__PURE__*/ Object.assign(Math.sin, { primitive: 'sin' });\n";
const impure = "export const sin = Object.assign(Math.sin, { primitive: 'sin' });\n";

test("a good package has no problem", { timeout: 30_000 }, async () => {
  const folder = make("good", pure);
  const packed = pack(folder);
  expect([...packed.files.keys()].sort()).toEqual([
    "LICENSE",
    "README.md",
    "dist/index.d.ts",
    "dist/index.js",
    "package.json",
  ]);
  expect(await manifestProblems(packed)).toEqual([]);
  expect(await typeProblems(packed)).toEqual([]);
  expect(await sideEffectProblems(packed.manifest, folder)).toEqual([]);
  await installed(packed, folder, async (place) => {
    expect(await loadProblems(packed.manifest, place)).toEqual([]);
  });
});

test("a call that is not marked pure is a side effect", { timeout: 30_000 }, async () => {
  const folder = make("impure", impure);
  expect(await sideEffectProblems(pack(folder).manifest, folder)).toEqual([
    expect.stringMatching(/^side effects: expected rollup to drop an unused import, got/),
  ]);
});

test("a manifest without that promise fails with all bundlers", { timeout: 30_000 }, async () => {
  const folder = make("silent", impure, { sideEffects: true });
  expect(await sideEffectProblems(pack(folder).manifest, folder)).toHaveLength(3);
});

test("a module that does not load is a problem", { timeout: 30_000 }, async () => {
  const folder = make("early", "export const late = /*#__PURE__*/ new Late();\nclass Late {}\n");
  const packed = pack(folder);
  await installed(packed, folder, async (place) => {
    expect(await loadProblems(packed.manifest, place)).toEqual([
      "load: expected Node to import early, got ReferenceError: Cannot access 'Late' before initialization; see the build",
    ]);
  });
});

test("declarations that are not there are a problem", { timeout: 30_000 }, async () => {
  const exports = { ".": { types: "./dist/no.d.ts", default: "./dist/index.js" } };
  const packed = pack(make("untyped", pure, { exports }));
  expect(await manifestProblems(packed)).not.toEqual([]);
  expect(await typeProblems(packed)).not.toEqual([]);
});

const budget = { code: 'export { sin } from "sized";', limit: 200 };

test("a budget is kept, exceeded, or names a stowaway", { timeout: 30_000 }, async () => {
  const folder = make("sized", `${pure}export const cos = { primitive: "cos" };\n`);
  await installed(pack(folder), folder, async (place) => {
    const { bytes, problems } = await measure({ ...budget, without: ["cos"] }, place, []);
    expect(bytes).toBeGreaterThan(20);
    expect(problems).toEqual([]);
    expect((await measure({ ...budget, limit: 20 }, place, [])).problems).toEqual([
      `size: expected at most 20 bytes for ${budget.code}, got ${bytes}; make it smaller`,
    ]);
    expect((await measure({ ...budget, without: ["sin", "tan"] }, place, [])).problems).toEqual([
      `size: expected ${budget.code} without sin, got it too; mark its calls as pure`,
      'size: expected a name that the package has, got "tan"; correct the budget',
    ]);
  });
});
