import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** The folder of the whole workspace. */
export const root = resolve(import.meta.dirname, "../../..");

/** Runs a program that a person watches, from the root, and returns its exit code. */
export function run(program: string, ...args: readonly string[]): number {
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  return status ?? 1;
}
