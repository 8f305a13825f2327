import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { places, type Folder } from "./places.ts";
import { root } from "./run.ts";

/** The tests of a package that try random inputs for as long as they are told. */
const filesOf = ({ path }: Folder): string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.startsWith("src") && file.endsWith(".test.ts"))
    .filter((file) => readFileSync(join(path, file), "utf8").includes("@tooling/vitest/holds"));

/**
 * Tries the random properties of the workspace for so many seconds, from a seed on: `fuzz [seconds] [seed]`. The time is
 * shared among the files that hold them; starting them comes on top.
 */
export function fuzz([
  length = "60",
  from = String(Date.now() % 2 ** 31),
]: readonly string[]): number {
  const [seconds, seed] = [Number(length), Number(from)];
  if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
    console.error(
      `fuzz: expected seconds and a seed, got "${length}" and "${from}"; give two numbers`,
    );
    return 1;
  }
  console.log(`${seconds} s from seed ${seed}`);
  const rooms = places(root, ["packages", "tooling"]).map((folder) => ({
    path: folder.path,
    files: filesOf(folder),
  }));
  const share = seconds / rooms.reduce((sum, { files }) => sum + files.length, 0);
  const codes = rooms
    .filter(({ files }) => files.length > 0)
    .map(({ path, files }) => {
      const env = { ...process.env, FUZZ_SECONDS: String(share), FUZZ_SEED: String(seed) };
      const options = { cwd: path, stdio: "inherit", env } as const;
      // One at a time: a file that waits for a processor would lose its share.
      return spawnSync(
        "vitest",
        ["run", "--maxWorkers=1", "--isolate", "-t", "random:", ...files],
        options,
      );
    })
    .map(({ status }) => status ?? 1);
  return Math.max(...codes);
}
