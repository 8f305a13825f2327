import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./run.ts";

/** `mutation <package> [files]`: changes the sources of a package and counts the changes that no test notices. */
export function mutation([name = "", ...files]: readonly string[]): number {
  const options = files.length > 0 ? ["--mutate", files.join(",")] : [];
  const stryker = join(root, "node_modules/.bin/stryker");
  const config = join(root, "tooling/workspace/mutation/stryker.config.json");
  const cwd = join(root, "packages", name);
  return spawnSync(stryker, ["run", config, ...options], { cwd, stdio: "inherit" }).status ?? 1;
}
