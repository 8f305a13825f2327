import { run, root } from "./run.ts";
import { stamp } from "./stamp.ts";

/** Stamps a package and installs it, so that it builds, lints, type-checks and passes its tests. */
export function create([name = ""]: readonly string[]): number {
  try {
    console.log(`Stamped ${stamp(root, name)}`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error.message);
    return 1;
  }
  return run("pnpm", "install", "--no-frozen-lockfile", "--prefer-offline");
}
