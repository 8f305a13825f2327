import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const works = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

/** Whether this machine has a C compiler, and a Python with NumPy and SciPy. */
export const hasC = works("gcc", "--version");
export const hasPython = works("python3", "-c", "import numpy, scipy.special");

const inFolder = <T>(task: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), "jacobian-"));
  try {
    return task(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const ran = (program: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
};

const numbersIn = (text: string): readonly number[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => Number(word.replace("inf", "Infinity").replace("nan", "NaN")));

type Points = readonly (readonly number[])[];

/** What a C function \`void f(double x, double y, double out[count])\` gives at points, one after another. */
export const runC = (source: string, count: number, points: Points): readonly number[] =>
  inFolder((folder) => {
    const calls = points.map((point) => `f(${point.join(", ")}, out); show(out);`);
    const main = `#include <stdio.h>
static void show(const double *out) { for (int k = 0; k < ${count}; k++) printf("%.17g\\n", out[k]); }
int main(void) { static double out[${count}]; ${calls.join(" ")} return 0; }`;
    const [file, program] = [join(folder, "f.c"), join(folder, "f")];
    writeFileSync(file, `${source}\n${main}\n`);
    const flags = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-ffp-contract=off"];
    ran("gcc", [...flags, file, "-o", program, "-lm"]);
    return numbersIn(ran(program, []));
  });

/** What a Python function f of two variables that returns a tuple gives at points, one after another. */
export const runPython = (source: string, points: Points): readonly number[] =>
  inFolder((folder) => {
    const file = join(folder, "f.py");
    const calls = points.map((point) => `for y in f(${point.join(", ")}): print(repr(float(y)))`);
    writeFileSync(file, `${source}\n\n${calls.join("\n")}\n`);
    return numbersIn(ran("python3", ["-W", "ignore", file]));
  });

/** Whether Python takes a text for a program; undefined where there is none. */
export const compilesInPython = (source: string): boolean | undefined =>
  works("python3", "--version")
    ? inFolder((folder) => {
        const file = join(folder, "f.py");
        writeFileSync(file, source);
        return works("python3", "-m", "py_compile", file);
      })
    : undefined;

/** Relative differences; a NaN or ∞ agrees with itself alone. */
export const differences = (
  actual: readonly number[],
  expected: readonly number[],
  atLeast = 0,
): readonly number[] =>
  expected.map((y, k) => {
    const x = actual[k] ?? NaN;
    if (Object.is(x, y) || x === y) return 0;
    const difference = Math.abs(x - y) / Math.max(Math.abs(y), atLeast);
    return Number.isNaN(difference) ? Infinity : difference;
  });
