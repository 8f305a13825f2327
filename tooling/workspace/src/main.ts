import { bench } from "./bench.ts";
import { compatibility } from "./compatibility.ts";
import { coverage } from "./coverage.ts";
import { fuzz } from "./fuzz.ts";
import { graph } from "./graph.ts";
import { mutation } from "./mutation.ts";
import { create } from "./new.ts";
import { api, rehearsal } from "./rehearsal.ts";
import { canary, publish, version } from "./release.ts";
import { docs, start, tour } from "./start.ts";
import { checkAll } from "./test.ts";
import { types } from "./types.ts";

/** The commands of the workspace. Each returns the exit code. */
const commands = new Map<string, (args: readonly string[]) => number | Promise<number>>([
  ["start", start],
  ["docs", docs],
  ["tour", tour],
  ["test", checkAll],
  ["new", create],
  ["graph", graph],
  ["types", types],
  ["bench", bench],
  ["coverage", coverage],
  ["fuzz", fuzz],
  ["compatibility", compatibility],
  ["mutation", mutation],
  ["rehearsal", rehearsal],
  ["version", version],
  ["publish", publish],
  ["canary", canary],
  ["api", api],
]);

const [name = "", ...args] = process.argv.slice(2);
const command = commands.get(name);
if (!command) {
  console.error(
    `jacobian: expected one of ${[...commands.keys()].join(", ")}, got "${name}"; see package.json`,
  );
}
process.exitCode = command ? await command(args) : 1;
