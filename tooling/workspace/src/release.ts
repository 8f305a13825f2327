import { markAll, tag } from "./canary.ts";
import { root, run } from "./run.ts";

/** Turns changesets into versions and changelogs, and brings the lockfile up to date. */
export const version = (): number =>
  run("changeset", "version") || run("pnpm", "install", "--lockfile-only", "--no-frozen-lockfile");

/** Builds and checks what is published, and nothing else: tools of the apps have no business beside a token. */
const checked = (): number =>
  run("turbo", "run", "build", "package", "--filter=./packages/*", "--output-logs=new-only");

/** Builds and checks every package as it would be published, then publishes what is new. */
export const publish = (): number => checked() || run("changeset", "publish");

/**
 * Publishes every package as it is now, beside the releases: nobody gets it who does not ask for the
 * tag. What it writes into the working tree is not for committing.
 */
export function canary(): number {
  markAll(root);
  return (
    run("changeset", "version", "--snapshot", tag) ||
    checked() ||
    run("changeset", "publish", "--tag", tag, "--no-git-tag")
  );
}
