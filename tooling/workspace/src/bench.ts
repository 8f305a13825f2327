import { run } from "./run.ts";

/** Suites that are a package of their own; all others are of tooling/bench. */
const apart = new Map([
  ["gradbench", "@tooling/gradbench"],
  ["demo", "@apps/demo"],
]);

/** Runs every benchmark, or those of a package apart if it comes first; arguments go to the harness. */
export const bench = (args: readonly string[]): number => {
  const [first = "", ...others] = args;
  const name = apart.get(first);
  const [suite, rest] = name === undefined ? ["@tooling/bench", args] : [name, others];
  return run("pnpm", "--silent", "--filter", suite, "bench", ...rest);
};
