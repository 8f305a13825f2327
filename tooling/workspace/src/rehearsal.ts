import { run } from "./run.ts";

/** Builds, then publishes to a registry on this machine and installs each package alone. */
export function rehearsal(): number {
  const built = run("turbo", "run", "build", "--output-logs=errors-only");
  return built || run("pnpm", "--silent", "--filter", "@tooling/release", "rehearsal");
}

/** Builds, then writes the reports of what each package exports, to be reviewed and committed. */
export function api(): number {
  const built = run("turbo", "run", "build", "--filter=./packages/*", "--output-logs=errors-only");
  const script = "../../tooling/release/src/renew-api.ts";
  return built || run("pnpm", "--filter", "./packages/*", "exec", "tsx", script);
}
