import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { countingReporter } from "./counting-reporter.js";
import { readmeBlocks } from "./readme-blocks.js";

// Sources, not builds: editing a package shows in the tests of another without building it.
const conditions = ["@jacobian/source", ...defaultServerConditions];

export default defineConfig({
  plugins: [readmeBlocks()],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/template/**"],
    // Files of a package share one process and its modules: loading them anew for each took as long as the tests.
    isolate: false,
    // Two cores may be shared with other suites; no test is meant to be slow.
    testTimeout: 120_000,
    reporters: ["default", countingReporter("reports/test.json")],
  },
});
