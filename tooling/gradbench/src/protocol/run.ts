/** How long one evaluation took. */
interface Timing {
  readonly name: "evaluate";
  readonly nanoseconds: number;
}

interface Run {
  readonly output: unknown;
  readonly timings: readonly Timing[];
}

/** What an input asks for: so many runs at least, and so many seconds in all. */
const asked = (input: unknown, field: "min_runs" | "min_seconds", otherwise: number): number => {
  const fields =
    typeof input === "object" && input !== null ? new Map(Object.entries(input)) : undefined;
  const value: unknown = fields?.get(field);
  return typeof value === "number" ? value : otherwise;
};

/** Runs the work until it has run often and long enough; the output is that of the last run. */
export const run = (work: () => unknown, input: unknown): Run => {
  const runs = Math.max(1, asked(input, "min_runs", 1));
  const patience = 1e9 * asked(input, "min_seconds", 0);
  const timings: Timing[] = [];
  let output: unknown;
  for (let spent = 0; timings.length < runs || spent < patience;) {
    const start = process.hrtime.bigint();
    output = work();
    const nanoseconds = Number(process.hrtime.bigint() - start);
    timings.push({ name: "evaluate", nanoseconds });
    spent += nanoseconds;
  }
  return { output, timings };
};
