import { assertSameAnswer } from "./answer.ts";
import type { Benchmark, Goal, Suite } from "./benchmark.ts";
import { fastest } from "./measure.ts";

/** Nanoseconds per unit of work, by contender. */
type Nanoseconds = Readonly<Record<string, number>>;

/** What became of a goal. */
export interface Outcome {
  /** Such as "primitives ≤ 2 × bare JavaScript". */
  readonly goal: string;
  readonly measured: number;
  readonly met: boolean;
}

export interface BenchmarkFigures {
  readonly title: string;
  readonly nanoseconds: Nanoseconds;
  readonly goals: readonly Outcome[];
}

export interface SuiteFigures {
  readonly suite: string;
  readonly per: string;
  readonly benchmarks: readonly BenchmarkFigures[];
}

/** Three significant digits: the fourth is noise. */
const rounded = (x: number): number => Number(x.toPrecision(3));

const outcome = ({ of, atMost, times }: Goal, nanoseconds: Nanoseconds): Outcome => {
  const measured = nanoseconds[of]! / (times === undefined ? 1 : nanoseconds[times]!);
  const bound = times === undefined ? `${atMost} ns` : `${atMost} × ${times}`;
  return { goal: `${of} ≤ ${bound}`, measured: rounded(measured), met: measured <= atMost };
};

const runBenchmark = async (
  { title, units, contenders, goals = [] }: Benchmark,
  patience: number,
): Promise<BenchmarkFigures> => {
  const names = Object.keys(contenders);
  const works = await Promise.all(Object.values(contenders).map(async (prepare) => prepare()));
  works.forEach((work, k) => {
    assertSameAnswer(`${title}, ${names[k]!}`, works[0]!(), work());
  });
  const times = fastest(works, patience);
  const nanoseconds = Object.fromEntries(
    names.map((name, k) => [name, rounded(times[k]! / units)]),
  );
  return { title, nanoseconds, goals: goals.map((goal) => outcome(goal, nanoseconds)) };
};

/**
 * Runs the benchmarks of a suite one after another, in this process.
 * @param patience milliseconds to spend on each contender
 * @throws Error if two contenders come to different answers
 */
export const runSuite = async (
  { name, per, benchmarks }: Suite,
  patience: number,
): Promise<SuiteFigures> => {
  const figures: BenchmarkFigures[] = [];
  for (const benchmark of benchmarks) figures.push(await runBenchmark(benchmark, patience));
  return { suite: name, per, benchmarks: figures };
};
