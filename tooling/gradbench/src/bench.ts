import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { machine } from "@tooling/bench/machine";
import { type Figures, measureFunction } from "./bench/measure-function.ts";
import { print } from "./bench/print.ts";
import { type Measured, type Row, measured, rows } from "./bench/rows.ts";

/** The function in a process of its own: its memory is its own, and the compiler has seen nothing but it. */
const inOwnProcess = (name: string, f: string, patience: number): Figures => {
  const self = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(
    process.execPath,
    [self, "--inside", name, f, `${patience}`],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (status !== 0) throw new Error(`bench: expected ${name} ${f} to end well, got exit ${status}`);
  // What the same program printed there.
  return JSON.parse(stdout) as Figures;
};

const measure = (row: Row, patience: number): Measured => {
  const value = row.value === undefined ? undefined : inOwnProcess(row.name, row.value, patience);
  return measured(row, inOwnProcess(row.name, row.derivative, patience), value);
};

/** Prints each row as it ends, then the table; a run of all, not a quick one, is kept as the result. */
const all = (args: readonly string[]): void => {
  const quick = args.includes("--quick");
  const wanted = args.filter((arg) => arg !== "--quick");
  const chosen = rows.filter(
    ({ title }) => wanted.length === 0 || wanted.some((w) => title.startsWith(w)),
  );
  if (chosen.length === 0)
    throw new Error(
      `gradbench: expected [problem ...] [--quick], got ${wanted.join(" ")}; the problems are ${rows.map(({ title }) => title).join(", ")}`,
    );
  const figures = chosen.map((row) => {
    console.error(row.title);
    return measure(row, quick ? 20 : 400);
  });
  console.log(print(figures));
  if (quick || wanted.length > 0) return;
  const results = fileURLToPath(new URL("../results/", import.meta.url));
  mkdirSync(results, { recursive: true });
  const json = JSON.stringify({ machine: machine(), figures }, undefined, 2);
  writeFileSync(`${results}gradbench.json`, `${json}\n`);
};

try {
  const [first, name = "", f = "", patience = ""] = process.argv.slice(2);
  if (first === "--inside")
    process.stdout.write(JSON.stringify(await measureFunction(name, f, Number(patience))));
  else all(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
