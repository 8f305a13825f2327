import {
  add,
  amax,
  amin,
  broadcast,
  exp,
  log,
  logsumexp,
  max,
  min,
  norm2,
  scatter,
  type Shape,
  shapeOf,
  sizeOf,
  sqrt,
  square,
  stack,
  sum,
  unstack,
  type Value,
} from "@jacobian/core";
import type { Formula } from "./formula.ts";
import { entriesOf, formulaOf, valueOf } from "./lift.ts";
import { constant } from "./make.ts";

type Axis = "rows" | "columns" | undefined;

/** What a rule makes of entries, in other primitives; the shapes are those that the rule itself states. */
export type Expansion = (
  inputs: readonly Value[],
  s: never,
  shapes: readonly Shape[],
) => readonly Value[];

/** The entries of each row, of each column, or of all. */
const linesOf = (x: Value, axis: Axis): readonly (readonly Formula[])[] => {
  const entries = entriesOf(x);
  if (axis === undefined) return [entries];
  const [rows = 1, cols = 1] = shapeOf(x);
  return axis === "rows"
    ? Array.from({ length: rows }, (_, i) => entries.slice(i * cols, (i + 1) * cols))
    : Array.from({ length: cols }, (_, j) => entries.filter((_, k) => k % cols === j));
};

/** A reduction of each line by an operation of two, from what it is of none. */
const reduced =
  (operation: (x: Formula, y: Formula) => Value, ofNone: number): Expansion =>
  ([x = NaN], axis: Axis, [shape = []]) => {
    const join = (a: Formula, b: Formula): Formula => formulaOf("reduction", operation(a, b));
    return [
      valueOf(
        shape,
        linesOf(x, axis).map((line) =>
          line.length === 0 ? constant(ofNone) : line.reduce((a, b) => join(a, b)),
        ),
      ),
    ];
  };

/** The same entries, in other shapes. */
const rearranged: Expansion = (inputs, _s, shapes) => {
  const entries = inputs.flatMap(entriesOf);
  let start = 0;
  return shapes.map((shape) => valueOf(shape, entries.slice(start, (start += sizeOf(shape)))));
};

const spread: Expansion = ([x = NaN], { axis }: { readonly axis?: Axis }, [shape = []]) => {
  const entries = entriesOf(x);
  const [, cols = 1] = shape;
  const from = (k: number): number => (axis === "columns" ? k % cols : Math.floor(k / cols));
  const all = Array.from({ length: sizeOf(shape) }, (_, k) =>
    shapeOf(x).length === 0 ? entries[0]! : entries[from(k)]!,
  );
  return [valueOf(shape, all)];
};

const scattered: Expansion = (
  [x = NaN],
  { index }: { readonly index: ArrayLike<number> },
  [shape = []],
) => {
  const to = Array.from({ length: sizeOf(shape) }, () => constant(0));
  entriesOf(x).forEach((entry, k) => {
    to[index[k]!] = formulaOf("scatter", add(to[index[k]!]!, entry));
  });
  return [valueOf(shape, to)];
};

const table: ReadonlyMap<unknown, Expansion> = /*#__PURE__*/ (() =>
  new Map<unknown, Expansion>([
    [stack.rule, rearranged],
    [unstack.rule, rearranged],
    [broadcast.rule, spread],
    [scatter.rule, scattered],
    [sum.rule, reduced(add, 0)],
    [amax.rule, reduced(max, -Infinity)],
    [amin.rule, reduced(min, Infinity)],
    [norm2.rule, ([x = NaN], axis: Axis) => [sqrt(sum.rule.apply(square(x), axis))]],
    [logsumexp.rule, ([x = NaN], axis: Axis) => [log(sum.rule.apply(exp(x), axis))]],
  ]))();

/** How core's functions of whole arrays read in entries; the tests ask it of every one that is exported. */
export const expansionOf = (rule: unknown): Expansion | undefined => table.get(rule);
