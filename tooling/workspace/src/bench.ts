import { run } from "./run.ts";

/** Suites that are a package of their own; all others are of tooling/bench. */
const apart = ["gradbench"];

/** Runs every benchmark, or those of a package apart if it comes first; arguments go to the harness. */
export const bench = (args: readonly string[]): number => {
  const [first = "", ...others] = args;
  const [name, rest] = apart.includes(first) ? [first, others] : ["bench", args];
  return run("pnpm", "--silent", "--filter", `@tooling/${name}`, "bench", ...rest);
};
