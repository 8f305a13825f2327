import { run } from "./run.ts";

/** Turns changesets into versions and changelogs, and brings the lockfile up to date. */
export const version = (): number =>
  run("changeset", "version") || run("pnpm", "install", "--lockfile-only", "--no-frozen-lockfile");

/** Builds and checks every package as it would be published, then publishes what is new. */
export const publish = (): number =>
  run("turbo", "run", "build", "package", "--output-logs=new-only") || run("changeset", "publish");
