import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Manifest } from "./pack.ts";

const exec = promisify(execFile);

/** The module names by which a package is entered. */
export const doorsOf = ({ name, exports }: Manifest): string[] =>
  Object.keys(exports).map((door) => name + door.slice(1));

/** Loads each door of an installed package with Node, in any order a user may take. */
export async function loadProblems(manifest: Manifest, folder: string): Promise<string[]> {
  const load = async (door: string) => {
    const args = ["--input-type=module", "--eval", `await import("${door}")`];
    return exec(process.execPath, args, { cwd: folder }).then(
      () => [],
      (error: unknown) => {
        const [reason] = /^\w*Error.*$/m.exec(String(error).replace(/^Error: Command.*/, "")) ?? [];
        return [
          `load: expected Node to import ${door}, got ${reason ?? String(error)}; see the build`,
        ];
      },
    );
  };
  return (await Promise.all(doorsOf(manifest).map(load))).flat();
}
