import type { BenchmarkFigures, CountFigures, SuiteFigures } from "./run.ts";

/** Nanoseconds for reading: 35 ns, 2.6 µs, 1.2 ms. */
export const duration = (nanoseconds: number): string => {
  const digits = (x: number): string => (x < 100 ? x.toPrecision(2) : x.toFixed(0));
  if (nanoseconds < 1e3) return `${digits(nanoseconds)} ns`;
  return nanoseconds < 1e6 ? `${digits(nanoseconds / 1e3)} µs` : `${digits(nanoseconds / 1e6)} ms`;
};

const verdict = ({ goals }: BenchmarkFigures): string =>
  goals
    .map(({ goal, measured, met }) => `${met ? "kept" : "MISSED"} at ${measured}: ${goal}`)
    .join("; ");

/** A line for each benchmark: a column for each contender, then what became of its goals. */
const rowsOf = ({ per, suite, benchmarks }: SuiteFigures): string[][] => {
  const names = [...new Set(benchmarks.flatMap(({ nanoseconds }) => Object.keys(nanoseconds)))];
  const withGoals = benchmarks.some(({ goals }) => goals.length > 0);
  const line = (figures: BenchmarkFigures): string[] => [
    figures.title,
    ...names.map((name) => {
      const time = figures.nanoseconds[name];
      return time === undefined ? "–" : duration(time);
    }),
    ...(withGoals ? [verdict(figures)] : []),
  ];
  return [
    [`${suite}, per ${per}`, ...names, ...(withGoals ? ["goal"] : [])],
    ...benchmarks.map(line),
  ];
};

/** Who has no figure, by reason: a line for each, the rows it holds for in brackets. */
const remarks = ({ benchmarks }: SuiteFigures): string[] => {
  const rows = new Map<string, string[]>();
  for (const { title, without } of benchmarks)
    for (const [name, why] of Object.entries(without)) {
      const remark = `${name}: ${why}`;
      rows.set(remark, [...(rows.get(remark) ?? []), title]);
    }
  return [...rows].map(([remark, titles]) => `Not run: ${remark} (${titles.join("; ")})`);
};

/** Rows as a Markdown table, the first being its head, with its columns aligned. */
export const aligned = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  const widths = head.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  const print = (row: readonly string[]): string =>
    `| ${row.map((cell, k) => cell.padEnd(widths[k]!)).join(" | ")} |`;
  return [print(head), print(widths.map((width) => "-".repeat(width))), ...body.map(print)].join(
    "\n",
  );
};

/** A suite's figures as a Markdown table, and below it who is missing and why. */
export const table = (figures: SuiteFigures | CountFigures): string => {
  if ("rows" in figures) return aligned(figures.rows);
  const notes = remarks(figures);
  return [aligned(rowsOf(figures)), ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
};
