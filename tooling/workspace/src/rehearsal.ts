import { run } from "./run.ts";

/** Builds what is published; apps take longer, and nothing here needs them. */
const build = (): number =>
  run("turbo", "run", "build", "--filter=./packages/*", "--output-logs=errors-only");

/** Builds, then publishes to a registry on this machine and installs each package alone. */
export function rehearsal(): number {
  return build() || run("pnpm", "--silent", "--filter", "@tooling/release", "rehearsal");
}

/** Builds, then writes the reports of what each package exports, to be reviewed and committed. */
export function api(): number {
  const script = "../../tooling/release/src/renew-api.ts";
  return build() || run("pnpm", "--filter", "./packages/*", "exec", "tsx", script);
}
