import {
  add,
  type BinaryRule,
  entriesOf as numbersOf,
  mul,
  type Plain,
  plainOf,
  type Shape,
  shapeOf,
  sizeOf,
  type StructuredRule,
  type UnaryRule,
  UndecidedError,
  type Value,
  zeros,
} from "@jacobian/core";
import type { Formula } from "./formula.ts";
import { apply } from "./elementwise.ts";
import { expansionOf } from "./expansions.ts";
import { entriesOf, valueOf } from "./lift.ts";
import { constant } from "./make.ts";
import { erased } from "./rule.ts";

/** The value of this shape with a 1 at one entry and 0 elsewhere. */
const unit = (shape: Shape, k: number): Plain => {
  const data = new Float64Array(sizeOf(shape));
  data[k] = 1;
  return plainOf(shape, data);
};

/** Adds formula·image to sums of formulas, entry by entry: an image is what a map makes of one entry that is 1. */
const superpose = (sums: Formula[], image: Plain, formula: () => Formula): void => {
  numbersOf(image).forEach((coefficient, k) => {
    if (coefficient === 0) return;
    const term = apply(erased(mul.rule), [constant(coefficient), formula()]);
    sums[k] = apply(erased(add.rule), [sums[k]!, term]);
  });
};

const zeroSums = (shape: Shape): Formula[] =>
  Array.from({ length: sizeOf(shape) }, () => constant(0));

/** A linear map of an array: known by what it makes of each entry. */
export const linearly = <S>(rule: UnaryRule<S>, x: Value, s: S): Value => {
  const [own, entries] = [shapeOf(x), entriesOf(x)];
  const gather = rule.gather?.(own, s);
  if (gather !== undefined) {
    const picked = Array.from(gather.index, (k) => entries[k]!);
    return valueOf(gather.shape, picked);
  }
  const shape = shapeOf(rule.evaluate(zeros(own), s));
  const expansion = expansionOf(rule);
  // An expansion is given the static argument of its own rule.
  if (expansion !== undefined) return expansion([x], s as never, [shape])[0]!;
  const sums = zeroSums(shape);
  entries.forEach((entry, k) => {
    superpose(sums, rule.evaluate(unit(own, k), s), () => entry);
  });
  return valueOf(shape, sums);
};

/** A bilinear map of two arrays: known by what it makes of each pair of entries. */
export const bilinearly = <S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value => {
  const [left, right] = [shapeOf(x), shapeOf(y)];
  const shape = shapeOf(rule.evaluate(zeros(left), zeros(right), s));
  const sums = zeroSums(shape);
  const [entries, others] = [entriesOf(x), entriesOf(y)];
  entries.forEach((a, i) => {
    const first = unit(left, i);
    others.forEach((b, j) => {
      superpose(sums, rule.evaluate(first, unit(right, j), s), () =>
        apply(erased(mul.rule), [a, b]),
      );
    });
  });
  return valueOf(shape, sums);
};

/**
 * A structured map, entry by entry.
 * @throws UndecidedError for one that no formula is known of.
 */
export const expanded = <S>(
  rule: StructuredRule<S>,
  inputs: readonly Value[],
  s: S,
): readonly Value[] => {
  const shapes = rule.traits.shape(inputs.map(shapeOf), s);
  const expansion = expansionOf(rule);
  // An expansion is given the static argument of its own rule.
  if (expansion !== undefined) return expansion(inputs, s as never, shapes);
  throw new UndecidedError(
    `${rule.name}: expected a function that has a formula, got one that is known by its values only; evaluate it at numbers, write it with det, inv and matmul of @jacobian/symbolic, or state its \`formula\` where it is defined`,
  );
};
