import { defineConfig } from "tsup";
import own from "./package.json" with { type: "json" };
import { suiteNames } from "./src/suite-names.ts";

// One bundle for each suite and the packages in it, compiled as the packages are for publishing: what
// a user's bundler would make of them. Peers are loaded as they come.
export default defineConfig({
  entry: {
    main: "src/main.ts",
    trial: "src/peers/symbolic/trial.ts",
    ...Object.fromEntries(suiteNames.map((name) => [`suites/${name}`, `src/suites/${name}.ts`])),
  },
  format: "esm",
  target: "es2023",
  platform: "node",
  splitting: false,
  clean: true,
  silent: true,
  noExternal: [/^@jacobian\//, /^jacobian$/, /^@tooling\/conformance/],
  external: Object.keys(own.devDependencies),
  esbuildOptions: (options) => {
    options.conditions = ["@jacobian/source"];
  },
});
