import { Matrix } from "@jacobian/core";
import { DataError } from "./data-error.ts";
import { numbers, type Source, wordsOf } from "./source.ts";
import type { View } from "./view.ts";

/** An observation and what GradBench expects of it. */
export interface Observation {
  readonly view: View<number>;
  /** Where the point was measured, pixels. */
  readonly feature: readonly [number, number];
  /** The weighted error, 2 numbers. */
  readonly error: readonly number[];
  /** Its derivatives by the numbers of the view, 2×15. */
  readonly jacobian: Matrix;
}

const inputs = {
  rotation: 3,
  centre: 3,
  focal: 1,
  principal: 2,
  radial: 2,
  point: 3,
  weight: 1,
} as const satisfies Record<keyof View, number>;

const outputs = ["u", "v"] as const;

/** Every name a file must have once, and how many numbers follow it. */
const widths = new Map<string, number>([
  ...Object.entries(inputs),
  ["feature", 2],
  ["error", 2],
  ...outputs.flatMap((output) =>
    Object.entries(inputs).map(([input, width]): [string, number] => [`${output}/${input}`, width]),
  ),
]);

/**
 * Reads lines `name number number …`; `#` starts a comment, the order is free.
 * @throws DataError for a name that is unknown, repeated or missing, and for what is no number.
 */
export const parseObservation = (source: Source): Observation => {
  const fields = parseFields(source);
  const field = (name: string): number[] => fields.get(name) ?? missing(source, name);
  return {
    view: viewOf(field),
    feature: pair(field("feature")),
    error: field("error"),
    jacobian: Matrix.fromRows(
      outputs.map((output) => Object.keys(inputs).flatMap((input) => field(`${output}/${input}`))),
    ),
  };
};

const parseFields = (source: Source): Map<string, number[]> => {
  const fields = new Map<string, number[]>();
  source.lines.forEach((text, i) => {
    const [name, ...words] = wordsOf(text.replace(/#.*/, ""));
    if (name === undefined) return;
    fields.set(name, numbers(source, i + 1, words, widthOf(source, i + 1, name, fields)));
  });
  return fields;
};

const widthOf = (source: Source, line: number, name: string, fields: Map<string, unknown>) => {
  const width = widths.get(name);
  if (width !== undefined && !fields.has(name)) return width;
  const expected = `one of ${[...widths.keys()].filter((known) => !fields.has(known)).join(", ")}`;
  const got = width === undefined ? `"${name}"` : `"${name}" for the second time`;
  throw new DataError(source.file, line, expected, got, "correct the name or drop the line");
};

const missing = ({ file, lines }: Source, name: string): never => {
  throw new DataError(file, lines.length, `a line "${name}"`, "the end of the file", "add it");
};

// The widths were checked when the line was read: the entries are there.
const pair = ([x = NaN, y = NaN]: number[]) => [x, y] as const;
const triple = ([x = NaN, y = NaN, z = NaN]: number[]) => [x, y, z] as const;
const single = ([x = NaN]: number[]): number => x;

const viewOf = (field: (name: keyof View) => number[]): View<number> => ({
  rotation: triple(field("rotation")),
  centre: triple(field("centre")),
  focal: single(field("focal")),
  principal: pair(field("principal")),
  radial: pair(field("radial")),
  point: triple(field("point")),
  weight: single(field("weight")),
});
