import { assertSameAnswer, read } from "./answer.ts";
import { type Benchmark, type CountSuite, type Goal, type Suite } from "./benchmark.ts";
import { fastest, type Work } from "./measure.ts";

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
  /** Who has no figure, and why. */
  readonly without: Readonly<Record<string, string>>;
}

export interface SuiteFigures {
  readonly suite: string;
  readonly per: string;
  readonly benchmarks: readonly BenchmarkFigures[];
}

/** What a suite of counts came to, its head included. */
export interface CountFigures {
  readonly suite: string;
  readonly rows: readonly (readonly string[])[];
}

/** Three significant digits: the fourth is noise. */
const rounded = (x: number): number => Number(x.toPrecision(3));

/** What became of a goal; nothing where none of those to be compared with has a figure. */
const outcome = ({ of, atMost, times = [] }: Goal, nanoseconds: Nanoseconds): Outcome[] => {
  const named = typeof times === "string" ? [times] : times;
  const others = named.filter((name) => nanoseconds[name] !== undefined);
  if (named.length > 0 && others.length === 0) return [];
  const unit = others.length > 0 ? Math.min(...others.map((name) => nanoseconds[name]!)) : 1;
  const measured = nanoseconds[of]! / unit;
  const bound = `${atMost} ${others.length > 0 ? `× ${others.join(" or ")}` : "ns"}`;
  return [{ goal: `${of} ≤ ${bound}`, measured: rounded(measured), met: measured <= atMost }];
};

/** The works of those who can do them, and why the others cannot. */
const prepared = async ({ contenders, without = {} }: Benchmark) => {
  const works = new Map<string, Work>();
  const reasons: Record<string, string> = { ...without };
  for (const [name, prepare] of Object.entries(contenders)) {
    try {
      works.set(name, await prepare());
    } catch (error) {
      // By name: each suite is a bundle of its own, with a class of its own.
      if (!(error instanceof Error) || error.name !== "NotRun") throw error;
      reasons[name] = error.message;
    }
  }
  return { works, without: reasons };
};

const runBenchmark = async (benchmark: Benchmark, patience: number): Promise<BenchmarkFigures> => {
  const { title, units, goals = [] } = benchmark;
  const { works, without } = await prepared(benchmark);
  const names = [...works.keys()];
  const answers = [...works.values()].map((work) => read(work()));
  answers.forEach((answer, k) => {
    assertSameAnswer(`${title}, ${names[k]!}`, answers[0]!, answer);
  });
  const times = fastest([...works.values()], patience);
  const nanoseconds = Object.fromEntries(
    names.map((name, k) => [name, rounded(times[k]! / units)]),
  );
  const outcomes = goals.flatMap((goal) => outcome(goal, nanoseconds));
  return { title, nanoseconds, goals: outcomes, without };
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

/** Figures of either kind. */
export const figuresOf = async (
  suite: Suite | CountSuite,
  patience: number,
): Promise<SuiteFigures | CountFigures> =>
  "rows" in suite
    ? { suite: suite.name, rows: [suite.head, ...suite.rows()] }
    : runSuite(suite, patience);
