import { DataError } from "./data-error.ts";
import type { Model } from "./models.ts";
import { numbers, type Source, wordsOf } from "./source.ts";

/** A nonlinear regression problem of the NIST Statistical Reference Datasets. */
export interface Regression {
  /** Names of the parameters: b1, b2, … */
  readonly parameters: readonly string[];
  /** Start 1 and start 2. */
  readonly starts: readonly [Float64Array, Float64Array];
  /** Certified parameters, standard errors and residual sum of squares, 11 digits. */
  readonly certified: {
    readonly parameters: Float64Array;
    readonly standardErrors: Float64Array;
    readonly sumOfSquares: number;
  };
  /** The predictor and the response, one entry for each observation. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Reads NIST's own layout: its header says in which lines the starting values and the data stand.
 * @throws DataError where the header, the lines it names and the counts it states disagree, or if
 * the file is not that of the model.
 */
export const parseRegression = (source: Source, model: Model): Regression => {
  named(source, model);
  const parameters = range(source, "Starting Values", model.parameters).map((line) =>
    parameter(source, line),
  );
  const data = range(source, "Data").map((line) => numbers(source, line, words(source, line), 2));
  agree(source, "Number of Observations", data.length);
  agree(source, "Degrees of Freedom", data.length - parameters.length);
  const column = (k: number) => Float64Array.from(parameters, ({ values }) => values[k] ?? NaN);
  return {
    parameters: parameters.map((each) => each.name),
    starts: [column(0), column(1)],
    certified: {
      parameters: column(2),
      standardErrors: column(3),
      sumOfSquares: labelled(source, "Residual Sum of Squares").value,
    },
    x: Float64Array.from(data, ([, x = NaN]) => x),
    y: Float64Array.from(data, ([y = NaN]) => y),
  };
};

const named = (source: Source, { name }: Model): void => {
  const expected = `Dataset Name:  ${name}`;
  const { line, match } = find(source, /^Dataset Name:\s+(\S+)/, expected);
  if (match[1] === name) return;
  throw new DataError(
    source.file,
    line,
    expected,
    match[1] ?? "",
    "put each file back in its place",
  );
};

/** `b1 = start1 start2 certified deviation` */
const parameter = (source: Source, line: number): { name: string; values: number[] } => {
  const [name = "", equals, ...rest] = words(source, line);
  if (/^b\d+$/.test(name) && equals === "=")
    return { name, values: numbers(source, line, rest, 4) };
  const got = `"${source.lines[line - 1] ?? ""}"`;
  throw new DataError(source.file, line, "b1 = and 4 numbers", got, "see the lines in the header");
};

/** The numbers of the lines that the header names: `label   (lines 41 to 47)`. */
const range = (source: Source, label: string, count?: number): number[] => {
  const pattern = new RegExp(`^\\s*${label}\\s+\\(lines\\s+(\\d+)\\s+to\\s+(\\d+)\\)`);
  const { line, match } = find(source, pattern, `${label}   (lines 41 to 47)`);
  const [first = NaN, last = NaN] = match.slice(1).map(Number);
  const length = last - first + 1;
  if (first >= 1 && last <= source.lines.length && length === (count ?? Math.max(1, length))) {
    return Array.from({ length }, (_, i) => first + i);
  }
  const expected = `${count ?? "some"} lines of the ${source.lines.length} in the file`;
  throw new DataError(source.file, line, expected, `${first} to ${last}`, "restore the whole file");
};

/** A line `label:  number`. */
const labelled = (source: Source, label: string): { line: number; value: number } => {
  const { line, match } = find(source, new RegExp(`^${label}:\\s*(.*)$`), `${label}:  NUMBER`);
  const [value = NaN] = numbers(source, line, wordsOf(match[1] ?? ""), 1);
  return { line, value };
};

const agree = (source: Source, label: string, counted: number): void => {
  const { line, value } = labelled(source, label);
  if (value === counted) return;
  throw new DataError(
    source.file,
    line,
    `${label} ${counted}`,
    `${value}`,
    "restore the whole file",
  );
};

const find = ({ file, lines }: Source, pattern: RegExp, example: string) => {
  for (const [i, text] of lines.entries()) {
    const match = pattern.exec(text);
    if (match) return { line: i + 1, match };
  }
  const end = "the end of the file";
  throw new DataError(file, lines.length, `a line "${example}"`, end, "restore the NIST header");
};

const words = ({ lines }: Source, line: number): string[] => wordsOf(lines[line - 1] ?? "");
