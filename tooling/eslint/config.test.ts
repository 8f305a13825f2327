import { ESLint } from "eslint";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const structural = [
  "max-lines",
  "max-lines-per-function",
  "no-restricted-syntax",
  "workspace/pure-calls",
  "@typescript-eslint/no-explicit-any",
];

const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => structural.includes(ruleId),
});

async function rules(path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const long = (lines: number) => `export function f(): void {\n${"  ;\n".repeat(lines - 2)}}\n`;
const published = "packages/dual/src/x.ts";
const neighbour = "packages/dual/src/x.test.ts";

test.each([
  ["a function of 40 lines", published, long(40), []],
  ["a function of 41 lines", published, long(41), ["max-lines-per-function"]],
  ["a test of 41 lines", neighbour, long(41), []],
  ["a file of 251 lines", neighbour, "\n".repeat(251), ["max-lines"]],
  ["any", published, "export const x: any = 1;", ["@typescript-eslint/no-explicit-any"]],
  ["a default export", published, "export default 1;", ["no-restricted-syntax"]],
  ["a default export of a config", "packages/dual/x.config.ts", "export default {};", []],
  ["a static initialiser", published, "export class A { static a = 1; }", ["no-restricted-syntax"]],
  [
    "code in an index",
    "packages/dual/src/index.ts",
    "export const x = 1;",
    ["no-restricted-syntax"],
  ],
  ["a deep index", "packages/dual/src/a/index.ts", "const x = 1;", ["no-restricted-syntax"]],
  [
    "re-exports",
    "packages/dual/src/index.ts",
    'export * from "./x.ts";\nexport { y } from "./y.ts";',
    [],
  ],
  ["a call at load", published, "export const x = f();", ["workspace/pure-calls"]],
  ["a call at load of a test", neighbour, "export const x = f();", []],
])("%s", async (_, path, code, expected) => {
  expect(await rules(path, code)).toEqual(expected);
});
