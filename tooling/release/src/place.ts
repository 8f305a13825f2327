import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unpack, type Packed } from "./pack.ts";

/** Calls `use` with a folder where a packed package is installed beside its neighbours' builds. */
export async function installed<T>(
  packed: Packed,
  source: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "installed-"));
  const modules = join(folder, "node_modules");
  const { name, dependencies, peerDependencies } = packed.manifest;
  unpack(packed, join(modules, name));
  for (const neighbour of Object.keys({ ...dependencies, ...peerDependencies })) {
    mkdirSync(dirname(join(modules, neighbour)), { recursive: true });
    symlinkSync(join(source, "node_modules", neighbour), join(modules, neighbour));
  }
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
