import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { places } from "./places.ts";
import { root } from "./run.ts";

/** What each package must reach, in percent. */
const goal = 95;

/** Where something stands; nowhere for the `else` that an `if` has not. */
interface Place {
  readonly line?: number;
  readonly column?: number;
}

interface Branch {
  readonly type: string;
  readonly locations: readonly { readonly start: Place }[];
}

/** What is used of what vitest writes of a file: how often each statement ran, and each way of each branch. */
interface Counts {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
  readonly branchMap: Readonly<Record<string, Branch>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

/** A part of the things that were reached. */
interface Part {
  reached: number;
  all: number;
}

const count = (part: Part, times: number): void => {
  part.all += 1;
  if (times > 0) part.reached += 1;
};

const percent = ({ reached, all }: Part): number => (100 * reached) / all;

const constant = /^(NaN|-?\d+n?|\[\]|""|-?Infinity|undefined)(?![\w.([])/;

/** What stands before it: `entries[i] ??`, or `[entry =` in a pattern. */
const afterRead: Readonly<Record<string, RegExp>> = {
  "binary-expr": /\] \?\? $/,
  "default-arg": /\[[^\]()]*\w+ = $/,
};

/**
 * A constant instead of an entry of a list that is not there: what the types ask for
 * (`noUncheckedIndexedAccess`) where the index is in range anyway. No input leads there. Other
 * constants behind `??`, and those of parameters, do count: they answer to a missing option.
 */
export function isFallback(type: string, line: string, column: number): boolean {
  const before = afterRead[type];
  return before?.test(line.slice(0, column)) === true && constant.test(line.slice(column));
}

/** Lines, branches but fallbacks, and all branches that the tests of a package reach. */
function reachedOf(path: string) {
  const text = readFileSync(join(path, "coverage/coverage-final.json"), "utf8");
  const part = (): Part => ({ reached: 0, all: 0 });
  const [lines, branches, every] = [part(), part(), part()];
  for (const [file, counts] of Object.entries(JSON.parse(text) as Record<string, Counts>)) {
    const source = readFileSync(file, "utf8").split("\n");
    const byLine = new Map<number, number>();
    for (const [id, { start }] of Object.entries(counts.statementMap)) {
      byLine.set(start.line, Math.max(byLine.get(start.line) ?? 0, counts.s[id] ?? 0));
    }
    for (const times of byLine.values()) count(lines, times);
    for (const [id, { type, locations }] of Object.entries(counts.branchMap)) {
      locations.forEach(({ start: { line = 0, column = 0 } }, k) => {
        const times = counts.b[id]?.[k] ?? 0;
        count(every, times);
        if (!isFallback(type, source[line - 1] ?? "", column)) count(branches, times);
      });
    }
  }
  return { lines: percent(lines), branches: percent(branches), every: percent(every) };
}

/** Tests and the points they try are no code of a package. */
const options = [
  "--coverage.enabled",
  "--coverage.provider=v8",
  "--coverage.include=src/**/*.ts",
  "--coverage.exclude=**/*.{test,samples}.ts",
  "--coverage.reporter=json",
  "--coverage.reportsDirectory=coverage",
];

/** Runs the tests of a package; false where one fails. */
function measure(path: string): boolean {
  const { status, stdout } = spawnSync("vitest", ["run", ...options], {
    cwd: path,
    encoding: "utf8",
  });
  if (status !== 0) console.log(stdout);
  return status === 0;
}

/**
 * Prints which part of each package, or of those named, its own tests reach, and fails where a test
 * does or where it is below the goal. The last column counts fallbacks too, and has no goal.
 */
export function coverage(names: readonly string[]): number {
  console.log("package       lines  branches  with fallbacks");
  const reached = places(root, ["packages"])
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(({ name, path }) => {
      if (!measure(path)) return 0;
      const { lines, branches, every } = reachedOf(path);
      const [a, b, c] = [lines, branches, every].map((part) => part.toFixed(1).padStart(8));
      console.log(`${name.padEnd(11)}${a}${b}${c}`);
      return Math.min(lines, branches);
    });
  return reached.every((part) => part >= goal) ? 0 : 1;
}
