import { noNativeOperators } from "./no-native-operators.ts";

/** The plugin, as ESLint reads it. */
export interface Plugin {
  readonly meta: typeof meta;
  readonly rules: typeof rules;
  readonly configs: typeof configs;
}

/** How ESLint names the plugin, and the prefix of its rules. */
export const meta = { name: "@jacobian/core", namespace: "jacobian" };

/** The rules, by name. */
export const rules = { "no-native-operators": noNativeOperators };

/** One entry of a flat configuration: the rule, as an error, in every TypeScript file. */
export interface Config {
  readonly name: string;
  readonly files: string[];
  readonly plugins: { readonly jacobian: Plugin };
  readonly rules: { readonly "jacobian/no-native-operators": "error" };
}

/** `recommended` switches everything on. It needs a parser with type information. */
export const configs: { readonly recommended: Config } = {
  recommended: {
    name: "@jacobian/core/recommended",
    files: ["**/*.ts", "**/*.tsx", "**/*.mts", "**/*.cts"],
    plugins: {
      /** Read when asked: the plugin and its configuration hold each other. */
      get jacobian() {
        return plugin;
      },
    },
    rules: { "jacobian/no-native-operators": "error" },
  },
};

/** The ESLint plugin: `rules`, `configs` and `meta` in one object. */
export const plugin: Plugin = { meta, rules, configs };
