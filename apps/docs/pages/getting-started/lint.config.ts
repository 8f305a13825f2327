import { configs } from "@jacobian/core/eslint";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig({
  files: ["**/*.ts"],
  extends: [tseslint.configs.base, configs.recommended],
  languageOptions: { parserOptions: { projectService: true } },
});
