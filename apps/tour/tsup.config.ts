import { defineConfig } from "tsup";

// A program for Node, not a library: no declarations. Workspace packages stay imports of their built files.
export default defineConfig({
  entry: ["src/main.ts"],
  format: "esm",
  target: "es2023",
  platform: "node",
  sourcemap: true,
  clean: true,
});
