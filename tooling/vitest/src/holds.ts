import fc from "fast-check";
import { test } from "vitest";
import { cases } from "./cases.ts";

export interface Trials<Ts extends readonly unknown[]> {
  /** How many inputs are drawn in the checks of every change … */
  readonly few: number;
  /** … and where THOROUGH is set. */
  readonly many: number;
  /** Of the first input that is drawn; `npm run fuzz` has its own. */
  readonly seed?: number;
  /** The smallest input that fails, for people. */
  readonly print?: ((...input: Ts) => string) | undefined;
}

/** How long the properties of a file are tried, together: `npm run fuzz` says so. */
const seconds = Number(process.env["FUZZ_SECONDS"] ?? 0);

/** So many inputs for each seed, so that one seed is a short way to what it found. */
const round = 100;

/** Properties of this file: the command loads each file apart. */
let declared = 0;

/** Formulas looked up are kept until the current job of the event loop ends: this ends it. */
const released = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The smallest of the inputs of this seed that fails, and how to come to it again; empty if none fails. */
export function refuted<Ts extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Ts>,
  { numRuns, seed, print }: { numRuns: number; seed: number; print: Trials<Ts>["print"] },
): string {
  const outcome = fc.check(property, { numRuns, seed });
  if (!outcome.failed) return "";
  const { counterexample } = outcome;
  const smallest = counterexample && print ? `\nSmallest: ${print(...counterexample)}` : "";
  return `seed ${seed} (npm run fuzz -- 1 ${seed})${smallest}\n${fc.defaultReportMessage(outcome) ?? ""}`;
}

/**
 * Declares a test that a property holds, of inputs drawn from a fixed seed. Under `npm run fuzz` it goes on from seed to
 * seed until its share of the time is over. What fails is shrunk, and told with the seed that leads there.
 */
export function holds<Ts extends [unknown, ...unknown[]]>(
  name: string,
  property: fc.IProperty<Ts>,
  { few, many, seed = 20, print }: Trials<Ts>,
): void {
  declared += 1;
  const fuzzing = seconds > 0;
  const numRuns = fuzzing ? round : cases(few, many);
  test(`random: ${name}`, { timeout: 3_600_000 + 2000 * seconds }, async () => {
    const until = Date.now() + (1000 * seconds) / declared;
    let at = fuzzing ? Number(process.env["FUZZ_SEED"]) : seed;
    do {
      const wrong = refuted(property, { numRuns, seed: at, print });
      if (wrong !== "") throw new Error(wrong);
      at += 1;
      await released();
    } while (Date.now() < until);
  });
}
