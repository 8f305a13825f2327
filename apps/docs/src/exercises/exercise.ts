import type { Matrix } from "jacobian";
import { evaluate, parse, variablesOf } from "@jacobian/symbolic";

/** Values of the variables that an answer may contain. */
type Point = Readonly<Record<string, number>>;

/** A mistake that readers make, recognised by its values. */
interface Mistake {
  readonly answer: string;
  /** What is said to whoever makes it. */
  readonly say: string;
}

/** A question whose answer is computed. */
export interface Exercise {
  /** The right values at a point, by the packages. */
  readonly answer: (point: Point) => number | ArrayLike<number> | Matrix;
  /** Points at which an answer with variables is compared; without variables one empty point. */
  readonly at?: readonly Point[];
  /** An answer by hand, which the page shows on request and the tests check. */
  readonly solution: string;
  readonly mistakes: readonly Mistake[];
  readonly hint: string;
}

export interface Verdict {
  readonly right: boolean;
  readonly say: string;
}

/** Three digits are enough of a number that is rounded. */
const tolerance = 1e-3;

type Rows = readonly (readonly number[])[];

const isMatrix = (value: ArrayLike<number> | Matrix): value is Matrix => "rows" in value;

const rowsOf = (value: number | ArrayLike<number> | Matrix): Rows => {
  if (typeof value === "number") return [[value]];
  if (!isMatrix(value)) return [Array.from(value)];
  const { rows, cols, data } = value;
  return Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)]);
};

/** The parts of a text between separators that stand in no parentheses. */
const split = (text: string, separator: RegExp): string[] => {
  const parts: string[] = [];
  let [part, depth] = ["", 0];
  for (const letter of text) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth === 0 && separator.test(letter)) {
      parts.push(part);
      part = "";
    } else part += letter;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
};

/** As it is written by hand, and as the parser reads it. */
const written: readonly (readonly [RegExp, string])[] = [
  [/[·×⋅]/gu, "*"],
  [/[−–]/gu, "-"],
  [/²/gu, "^2"],
  [/³/gu, "^3"],
  [/π/gu, "pi"],
  [/[[\]]/gu, " "],
];

/** A list in parentheses, `(1, 2)`, without them. */
const unwrapped = (text: string): string => {
  const inside = /^\(([^]*)\)$/u.exec(text)?.[1];
  return inside !== undefined && split(text, /,/u).length === 1 && split(inside, /,/u).length > 1
    ? inside
    : text;
};

/** Entries are parted by commas, rows by semicolons or lines; brackets around it all are left out. */
const entriesOf = (text: string): string[][] => {
  const plain = written.reduce((read, [sign, name]) => read.replaceAll(sign, name), text).trim();
  return split(plain, /[;\n]/u).map((row) => split(unwrapped(row), /,/u));
};

const valueAt = (text: string, point: Point): number => {
  const formula = parse(text);
  const stranger = variablesOf(formula)
    .map((variable) => variable.toString())
    .find((name) => !Object.hasOwn(point, name));
  if (stranger !== undefined) {
    const names = Object.keys(point);
    const known = names.length > 0 ? `the variables ${names.join(", ")}` : "a number";
    throw new Error(`Not yet: expected ${known}, got the name ${stranger.slice(0, 40)}.`);
  }
  const value = evaluate(formula, point);
  if (typeof value === "number") return value;
  throw new Error(`Not yet: expected numbers, got ${text}; commas part entries.`);
};

const valuesAt = (text: string, point: Point): Rows =>
  entriesOf(text).map((row) => row.map((entry) => valueAt(entry, point)));

const close = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(Math.abs(b), 1e-6);

const same = (a: Rows, b: Rows): boolean =>
  a.length === b.length &&
  a.every(
    (row, i) => row.length === b[i]!.length && row.every((entry, j) => close(entry, b[i]![j]!)),
  );

const shape = (rows: Rows): string => {
  const [m, n] = [rows.length, rows[0]?.length ?? 0];
  return m === 1 ? (n === 1 ? "one number" : `${n} numbers`) : `${m} rows of ${n}`;
};

const whereWrong = (given: Rows, right: Rows): string => {
  const ragged = given.some((row, i) => row.length !== right[i]?.length);
  if (given.length !== right.length || ragged) {
    return `Not yet: expected ${shape(right)}, got ${shape(given)}; commas part entries, semicolons part rows.`;
  }
  const wrong = right.flatMap((row, i) =>
    row.flatMap((entry, j) => {
      const place = right.length === 1 ? String(j + 1) : `(${i + 1}, ${j + 1})`;
      return close(given[i]![j]!, entry) ? [] : [place];
    }),
  );
  return right.length * right[0]!.length === 1
    ? "Not yet."
    : `Not yet: ${right.length === 1 ? "entry" : "row, column"} ${wrong.join(", ")}.`;
};

const nowhere: readonly Point[] = [{}];

/** Longer than any answer that is asked for; much more would keep the page busy. */
const longest = 2000;

/**
 * Compares what a reader typed with what the packages compute, at each point of the exercise.
 *
 * @example
 * check({ answer: ({ r }) => r!, at: [{ r: 2 }], solution: "r", mistakes: [], hint: "" }, "r");
 */
export const check = (exercise: Exercise, text: string): Verdict => {
  const { answer, at = nowhere, mistakes } = exercise;
  const agrees = (other: string): boolean =>
    at.every((point) => same(valuesAt(text, point), valuesAt(other, point)));
  if (text.trim() === "") return { right: false, say: "Type an answer first." };
  if (text.length > longest) {
    return {
      right: false,
      say: `Not yet: expected at most ${longest} letters, got ${text.length}.`,
    };
  }
  try {
    const wrongAt = at.find((point) => !same(valuesAt(text, point), rowsOf(answer(point))));
    if (wrongAt === undefined) return { right: true, say: "Right." };
    const mistake = mistakes.find((each) => agrees(each.answer));
    const say = mistake?.say ?? whereWrong(valuesAt(text, wrongAt), rowsOf(answer(wrongAt)));
    return { right: false, say };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { right: false, say: error.message };
  }
};
