import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { NotRun } from "../../benchmark.ts";
import type { FormulaProblem } from "../../problems/formulas.ts";

/** Milliseconds that a peer has for one gradient, the start of the process included. */
const limit = 10_000;

const short = (x: number | null): string => (x === null ? "NaN" : String(Number(x.toPrecision(6))));

/** The first entry that is not as it should be. */
const complaint = (
  { names }: FormulaProblem,
  expected: readonly number[],
  got: readonly (number | null)[],
): string | undefined => {
  const largest = Math.max(...expected.map(Math.abs));
  const wrong = expected.findIndex((x, k) => !(Math.abs(x - (got[k] ?? NaN)) <= 1e-9 * largest));
  if (wrong < 0) return undefined;
  return `∂/∂${names[wrong]!} is ${short(got[wrong] ?? null)} instead of ${short(expected[wrong]!)}`;
};

/**
 * Lets a peer differentiate a problem in a process of its own first.
 * @throws NotRun where it takes too long, throws, or gives another gradient.
 */
export const tried = (peer: string, problem: FormulaProblem, expected: readonly number[]): void => {
  const script = fileURLToPath(new URL("../trial.js", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, peer, problem.title], {
    encoding: "utf8",
    timeout: limit,
  });
  if (status === null) throw new NotRun(`longer than ${limit / 1000} s`);
  if (status !== 0)
    throw new NotRun(`throws: ${/^\w*Error.*$/mu.exec(stderr)?.[0] ?? "no message"}`);
  // What trial.ts printed.
  const problems = complaint(problem, expected, JSON.parse(stdout) as (number | null)[]);
  if (problems !== undefined) throw new NotRun(problems);
};
