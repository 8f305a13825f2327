import { ESLint } from "eslint";
import { defineConfig } from "eslint/config";
import type ts from "typescript";
import tseslint from "typescript-eslint";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Name, Type, TypedServices } from "./host.ts";
import { configs, default as exported, meta, plugin, rules } from "./index.ts";

const core = (expect.getState().testPath ?? "").replace("/src/eslint/plugin.test.ts", "");
const file = "src/eslint/plugin.ts";
const typed = {
  parser: tseslint.parser,
  parserOptions: { projectService: true, tsconfigRootDir: core },
};

describe("plugin", () => {
  it("is one object, by name and by default, that holds what is exported beside it", () => {
    expect(exported).toBe(plugin);
    expect(plugin).toEqual({ meta, rules, configs });
  });

  it("names in its configuration exactly the rules that it has", () => {
    expect(Object.keys(configs.recommended.plugins)).toEqual([meta.namespace]);
    expect(Object.keys(configs.recommended.rules)).toEqual(
      Object.keys(rules).map((name) => `${meta.namespace}/${name}`),
    );
  });

  it("judges TypeScript files by their types, and stands beside a registration by hand", async () => {
    // ESLint refuses two plugins that are not the same object under one prefix.
    const byHand = { plugins: { jacobian: plugin } };
    const overrideConfig = defineConfig({ languageOptions: typed }, byHand, configs.recommended);
    const eslint = new ESLint({ cwd: core, overrideConfigFile: true, overrideConfig });
    const code = `import type { Scalar } from "../value.ts";
      export const isTwo = (x: Scalar): boolean => x === 2;`;
    const [result] = await eslint.lintText(code, { filePath: file });
    expect(result?.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ["jacobian/no-native-operators", 2],
    ]);
  });

  it("leaves JavaScript files alone", async () => {
    const overrideConfig = defineConfig(configs.recommended);
    const eslint = new ESLint({ cwd: core, overrideConfigFile: true, overrideConfig });
    const [result] = await eslint.lintText("export const two = 1 + 1;", { filePath: "two.js" });
    expect(result?.messages).toEqual([]);
  });
});

it("asks of TypeScript only what it has", () => {
  expectTypeOf<ts.Type>().toExtend<Type>();
  expectTypeOf<ts.Symbol>().toExtend<Name>();
  expectTypeOf<ts.Program>().toExtend<TypedServices["program"]>();
});
