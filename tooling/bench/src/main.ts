import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CountSuite, Suite } from "./benchmark.ts";
import { machine } from "./machine.ts";
import { type CountFigures, type SuiteFigures, figuresOf } from "./run.ts";
import { suiteNames } from "./suite-names.ts";
import { table } from "./table.ts";

const usage = `bench: expected [suite ...] [--quick], suites being ${suiteNames.join(", ")}`;

/** The suite in a process of its own, where the compiler has seen nothing but it. */
const inOwnProcess = (name: string, patience: number): SuiteFigures | CountFigures => {
  const self = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(process.execPath, [self, "--inside", name, `${patience}`], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0)
    throw new Error(`bench: expected suite ${name} to end well, got exit ${status}`);
  // What the same program printed there.
  return JSON.parse(stdout) as SuiteFigures | CountFigures;
};

const inside = async (name: string, patience: number): Promise<void> => {
  const bundle = new URL(`suites/${name}.js`, import.meta.url);
  // Built from our own file of that name.
  const { suite } = (await import(bundle.href)) as { readonly suite: Suite | CountSuite };
  process.stdout.write(JSON.stringify(await figuresOf(suite, patience)));
};

/** Prints each suite as it ends; a run of all suites, not a quick one, is kept as the result. */
const all = (args: readonly string[]): void => {
  const quick = args.includes("--quick");
  const chosen = args.filter((arg) => arg !== "--quick");
  const unknown = chosen.find((name) => !suiteNames.includes(name));
  if (unknown !== undefined) throw new Error(`${usage}; got "${unknown}"`);
  const names = chosen.length > 0 ? chosen : suiteNames;
  const figures = names.map((name) => {
    const suite = inOwnProcess(name, quick ? 20 : 300);
    console.log(`\n${table(suite)}`);
    return suite;
  });
  if (quick || chosen.length > 0) return;
  const results = fileURLToPath(new URL("../results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  const json = JSON.stringify({ machine: machine(), suites: figures }, undefined, 2);
  writeFileSync(`${results}latest.json`, `${json}\n`);
};

try {
  const [first, name = "", patience = ""] = process.argv.slice(2);
  if (first === "--inside") await inside(name, Number(patience));
  else all(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
