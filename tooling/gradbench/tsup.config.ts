import { defineConfig } from "tsup";

// The packages in each bundle, compiled as they are for publishing; and TensorFlow.js, whose gradients
// are modules that Node does not load by themselves.
export default defineConfig({
  entry: { tool: "src/tool.ts", bench: "src/bench.ts" },
  format: "esm",
  target: "es2023",
  platform: "node",
  splitting: true,
  clean: true,
  silent: true,
  // TensorFlow.js asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  noExternal: [/^@jacobian\//, /^jacobian$/, /^@tooling\//, /^@tensorflow\//],
  esbuildOptions: (options) => {
    options.conditions = ["@jacobian/source"];
    options.mainFields = ["module", "main"];
  },
});
