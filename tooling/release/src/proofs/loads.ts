import { doorsOf } from "../loading.ts";
import { ask } from "../scratch.ts";
import type { Alone } from "./alone.ts";

/** Imports and requires each door, in a program of its own for either order. */
const program = (doors: readonly string[], requireFirst: boolean) => `
import { createRequire } from "node:module";
const require = createRequire(process.cwd() + "/program.js");
const counts = {};
for (const door of ${JSON.stringify(doors)}) {
  const early = ${String(requireFirst)} ? require(door) : undefined;
  const imported = await import(door);
  const required = early ?? require(door);
  const names = Object.keys(imported);
  const other = names.filter((name) => required[name] !== imported[name]);
  if (other.length > 0) throw new Error("load: expected require and import of " + door + " to give the same, got another " + other.join(", "));
  counts[door] = names.length;
}
console.log(JSON.stringify(counts));`;

/** Node imports each door, and `require` gives the very same functions: there is one copy. */
export async function loads({ folder, manifest }: Alone): Promise<string> {
  const load = async (requireFirst: boolean) => {
    const args = ["--input-type=module", "--eval", program(doorsOf(manifest), requireFirst)];
    return ask(process.execPath, args, { cwd: folder });
  };
  const [counts] = await Promise.all([load(false), load(true)]);
  const found = Object.entries(JSON.parse(counts) as Record<string, number>);
  const empty = found.filter(([, count]) => count === 0).map(([door]) => door);
  if (empty.length > 0) {
    throw new Error(`load: expected exports of ${empty.join(", ")}, got none; see the build`);
  }
  const doors = found.map(([door, count]) => `${door} (${count} exports)`);
  return `import and require give one copy of ${doors.join(", ")}`;
}
