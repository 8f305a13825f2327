import { defineConfig } from "tsup";
import own from "./package.json" with { type: "json" };

// The packages in each bundle, compiled as they are for publishing; peers are loaded as they come.
export default defineConfig({
  entry: { tool: "src/tool.ts", bench: "src/bench.ts" },
  format: "esm",
  target: "es2023",
  platform: "node",
  splitting: true,
  clean: true,
  silent: true,
  noExternal: [/^@jacobian\//, /^jacobian$/, /^@tooling\//],
  external: Object.keys(own.devDependencies),
  esbuildOptions: (options) => {
    options.conditions = ["@jacobian/source"];
  },
});
