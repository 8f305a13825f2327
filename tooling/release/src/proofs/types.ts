import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { doorsOf } from "../loading.ts";
import { ask } from "../scratch.ts";
import type { Alone } from "./alone.ts";

/** What `type-check.ts` prints. */
type Checked = {
  readonly version: string;
  readonly ways: readonly string[];
  readonly problems: Readonly<Record<string, readonly string[]>>;
};

/** Programs that enter by every door, as an ES module and as a CommonJS one. */
export function placeDoors({ folder, manifest }: Alone): void {
  const doors = doorsOf(manifest);
  const imports = doors.map((door, k) => `import * as door${k} from "${door}";`);
  const requires = doors.map((door, k) => `import door${k} = require("${door}");`);
  const names = `export const doors: object[] = [${doors.map((_, k) => `door${k}`).join(", ")}];`;
  writeFileSync(join(folder, "doors.ts"), [...imports, names].join("\n"));
  writeFileSync(join(folder, "doors.cts"), [...requires, names].join("\n"));
}

/** Type-checks all of them with one version of TypeScript, by the name under which it is installed. */
export async function typeCheck(compiler: string, all: readonly Alone[]): Promise<Checked> {
  const script = join(import.meta.dirname, "type-check.ts");
  const folders = all.map(({ folder }) => folder);
  const args = [...process.execArgv, script, compiler, ...folders];
  return JSON.parse(await ask(process.execPath, args, { cwd: import.meta.dirname })) as Checked;
}

/** What several versions say of one package. */
export function typeChecks({ folder }: Alone, checked: readonly Checked[]): string {
  const problems = checked.flatMap(({ version, problems: found }) =>
    (found[folder] ?? ["not looked at"]).map((problem) => `TypeScript ${version}, ${problem}`),
  );
  if (problems.length > 0) {
    throw new Error(
      `types: expected a strict consumer to compile, got\n${problems.slice(0, 5).join("\n")}`,
    );
  }
  const versions = checked.map(({ version }) => version).join(" and ");
  return `a strict consumer compiles under ${checked[0]?.ways.join(", ") ?? "nothing"} with TypeScript ${versions}`;
}
