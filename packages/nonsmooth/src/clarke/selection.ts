import { type Value, entriesOf, entryCount, shapeOf, sizeOf, value } from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { type AnyFunction, intercept } from "../engine/intercept.ts";
import { general } from "../engine/bodies.ts";
import { type Kink, only } from "../engine/kink.ts";
import { type At, numbersOf } from "../lexicographic/settle.ts";

/** The coefficients of the first kinks, in the order in which f meets them. */
export type Choices = readonly ArrayLike<number>[];

/** What one selection of f has at the point: its value and Jacobian, and those of what decides its kinks. */
export interface Selection {
  readonly rows: number;
  readonly cols: number;
  /** The Jacobian, row by row. */
  readonly J: Float64Array;
  readonly value: readonly number[];
  readonly kinks: readonly Kink[];
  /** The coefficients that were taken. */
  readonly choices: Choices;
  /** For each kink the gradients of its parts. */
  readonly parts: readonly (readonly Float64Array[])[];
  /** For each kink and option the gradients of what is above 0 where that option is taken. */
  readonly positive: readonly (readonly (readonly Float64Array[])[])[];
}

/** What is taken at a kink that no choice has been made for. */
const unchosen = (kink: Kink): ArrayLike<number> =>
  kink.body === undefined ? only(0, kink.options().length) : general(kink.parts.length);

/** The rows of a matrix, cut into as many as each of the values has entries. */
const cutter = (data: Float64Array, cols: number, start: number) => {
  let place = start * cols;
  return (x: Value): Float64Array => data.slice(place, (place += cols * sizeOf(shapeOf(x))));
};

/** The Jacobian of one selection alone. */
export const jacobianOf = ({ operation, f, x, constants }: At, given: Choices): Float64Array => {
  const selected: AnyFunction = (y) => {
    let i = 0;
    const choose = (kink: Kink): ArrayLike<number> => given[i++] ?? unchosen(kink);
    return intercept(operation, f, { choose, isConsistent: true }, y, constants).output;
  };
  return entriesOf(value(jacobian(selected)(x)));
};

/** One selection of f: a single Jacobian by forward mode, of f together with what decides its kinks. */
export const selectionOf = ({ operation, f, x, constants }: At, given: Choices): Selection => {
  let choices: ArrayLike<number>[] = [];
  const choose = (kink: Kink): ArrayLike<number> => {
    const coefficients = given[choices.length] ?? unchosen(kink);
    choices.push(coefficients);
    return coefficients;
  };
  let seen: ReturnType<typeof intercept> = { output: [], kinks: [] };
  let options: readonly (readonly (readonly Value[])[])[] = [];
  const selected: AnyFunction = (y) => {
    choices = [];
    seen = intercept(operation, f, { choose, isConsistent: true }, y, constants);
    options = seen.kinks.map((kink) => kink.options());
    return [seen.output, seen.kinks.map(({ parts }) => parts), options];
  };
  const all = jacobian(selected)(x);
  const [data, cols] = [entriesOf(value(all)), all.cols];
  const rows = entryCount(operation, seen.output);
  const cut = cutter(data, cols, rows);
  const parts = seen.kinks.map((kink) => kink.parts.map(cut));
  return {
    rows,
    cols,
    J: data.slice(0, rows * cols),
    value: numbersOf(operation, seen.output),
    kinks: seen.kinks,
    choices,
    parts,
    positive: options.map((option) => option.map((list) => list.map(cut))),
  };
};
