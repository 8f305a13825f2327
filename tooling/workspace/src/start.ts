import { run } from "./run.ts";

/** Builds the demo, then serves it on a port of this machine. */
export function start(): number {
  console.log("Building the demo ...");
  const built = run("turbo", "run", "build", "--filter=@apps/demo", "--output-logs=errors-only");
  return built || run("pnpm", "--silent", "--filter", "@apps/demo", "preview");
}

/** Builds what the tour needs, then takes it. */
export function tour(): number {
  console.log("Building the packages ...");
  const built = run("turbo", "run", "build", "--filter=@apps/tour", "--output-logs=errors-only");
  return built || run("pnpm", "--silent", "--filter", "@apps/tour", "start");
}
