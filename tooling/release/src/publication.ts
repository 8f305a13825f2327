import { join } from "node:path";
import { markAll, tag } from "@tooling/workspace/canary";
import { assertLocal, type Registry } from "./registry.ts";
import { copyWorkspace, say } from "./scratch.ts";

/** Versions of a copy of the workspace, and publishes what they are new of. */
function release(copy: string, { env, url }: Registry, version: string[], publish: string[]): void {
  const changeset = join(copy, "node_modules/.bin/changeset");
  say(changeset, ["version", ...version], { cwd: copy, env });
  const commit = ["commit", "--quiet", "--all", "--allow-empty", "--message", "Versions"];
  say("git", commit, { cwd: copy });
  const dryRun = ["--recursive", "publish", "--dry-run", "--no-git-checks"];
  assertLocal(say("pnpm", dryRun, { cwd: copy, env }), url);
  say(changeset, ["publish", ...publish], { cwd: copy, env });
}

/** Versions and publishes a copy of the workspace, as the release workflow does. */
export function publishAll(workspace: string, copy: string, registry: Registry): string {
  copyWorkspace(workspace, copy);
  say("pnpm", ["install", "--offline", "--frozen-lockfile"], { cwd: copy });
  release(copy, registry, [], []);
  return "versioned by the changesets and published to a registry on this machine";
}

/** Publishes canaries of all packages, as the release workflow does when asked. */
export function publishCanaries(copy: string, registry: Registry): void {
  markAll(copy);
  release(copy, registry, ["--snapshot", tag], ["--tag", tag, "--no-git-tag"]);
}
