import { run } from "./run.ts";

/** Runs every benchmark; arguments go to the harness. */
export const bench = (args: readonly string[]): number =>
  run("pnpm", "--silent", "--filter", "@tooling/bench", "bench", ...args);
