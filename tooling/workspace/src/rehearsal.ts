import { run } from "./run.ts";

/** Builds, then publishes to a registry on this machine and installs each package alone. */
export function rehearsal(): number {
  const built = run("turbo", "run", "build", "--output-logs=errors-only");
  return built || run("pnpm", "--silent", "--filter", "@tooling/release", "rehearsal");
}
