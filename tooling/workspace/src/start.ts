import { run } from "./run.ts";

/** Builds what the tour needs, then takes it. */
export function start(): number {
  console.log("Building the packages ...");
  const built = run("turbo", "run", "build", "--filter=@apps/tour", "--output-logs=errors-only");
  return built || run("pnpm", "--silent", "--filter", "@apps/tour", "start");
}
