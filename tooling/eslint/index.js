import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";
import { importLaw } from "./rules/import-law.js";
import { pureCalls } from "./rules/pure-calls.js";

// Samples are data of the tests: nothing that is published imports them.
const tests = ["**/*.test.ts", "**/*.samples.ts"];
const published = ["packages/*/src/**/*.ts"];

/** @param {string} selector @param {string} message */
const forbid = (selector, message) => ({ selector, message });

const noDefaultExport = forbid(
  "ExportDefaultDeclaration",
  "export: expected a named export, got a default one; name it (configs are the exception)",
);
const noStaticInitialiser = forbid(
  "StaticBlock, PropertyDefinition[static=true][value!=null]",
  "class: expected no static initialiser, got one, which no bundler can drop; use a module constant",
);
const onlyReexports = forbid(
  "Program > :not(ExportAllDeclaration, ExportNamedDeclaration[source])",
  "index.ts: expected only re-exports, got code; move it to a file with a name of its own",
);

export default defineConfig(
  {
    ignores: [
      "**/dist/",
      "**/reports/",
      "**/coverage/",
      "apps/docs/.vitepress/cache/",
      "apps/docs/.vitepress/.temp/",
      "**/*.timestamp-*.mjs",
      "tooling/workspace/template/",
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      // One program for all that is linted from the root: half the time of one for each package. What
      // runs in a browser has one of its own, since it knows other globals.
      parserOptions: {
        project: ["tsconfig.json", "apps/demo/tsconfig.json", "apps/docs/tsconfig.json"],
        tsconfigRootDir: process.cwd(),
      },
      globals: globals.nodeBuiltin,
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { workspace: { rules: { "import-law": importLaw, "pure-calls": pureCalls } } },
    rules: {
      "workspace/import-law": "error",
      "max-lines": ["error", 250],
      "no-restricted-syntax": ["error", noDefaultExport],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      // A number in a message is the point of the message.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `type` reads better than `interface` for a union, a tuple and a function; both are welcome.
      "@typescript-eslint/consistent-type-definitions": "off",
      // An entry that a loop's bounds keep inside is `number | undefined` to the compiler.
      "@typescript-eslint/no-non-null-assertion": "off",
      // A brand belongs on the prototype (a getter), a discriminant on the instance (a field).
      "@typescript-eslint/class-literal-property-style": "off",
      // Overloads say what comes out for what goes in: one line for each.
      "@typescript-eslint/unified-signatures": "off",
      // `() => stop()` may stand where a function without a result is asked for.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // An underscore says that a parameter is there for its position.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: published,
    ignores: tests,
    rules: {
      "workspace/pure-calls": "error",
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", noDefaultExport, noStaticInitialiser],
    },
  },
  {
    // The handbook is written with Vue, whose functions have such names too.
    files: ["apps/demo/src/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
  },
  {
    files: ["packages/*/src/**/index.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport, onlyReexports] },
  },
  {
    // A statement that is an expression shows its value.
    files: ["apps/docs/pages/**/*.example.ts"],
    rules: { "@typescript-eslint/no-unused-expressions": "off" },
  },
  {
    files: [
      "**/*.config.{js,ts}",
      "tooling/{eslint,tsup,vitest}/index.js",
      "apps/docs/.vitepress/{config,theme/index}.ts",
    ],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // Read by a Node of any age, before anything is installed.
    files: ["**/*.cjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { sourceType: "commonjs", globals: globals.node },
    rules: { "@typescript-eslint/no-require-imports": "off", "no-var": "off" },
  },
);
