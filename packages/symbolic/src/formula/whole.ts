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
  stack,
  unstack,
  type UnaryRule,
  UndecidedError,
  type Value,
} from "@jacobian/core";
import type { Formula } from "./formula.ts";
import { apply } from "./elementwise.ts";
import { entriesOf, valueOf } from "./lift.ts";
import { constant } from "./make.ts";
import { erased } from "./rule.ts";

/** The values of a shape with a 1 at one entry and 0 elsewhere. */
const basis = (shape: Shape): readonly Plain[] =>
  Array.from({ length: sizeOf(shape) }, (_, k) => {
    const data = new Float64Array(sizeOf(shape));
    data[k] = 1;
    return plainOf(shape, data);
  });

/** Σ coefficient·formula */
const combination = (terms: readonly (readonly [number, Formula])[]): Formula =>
  terms
    .filter(([coefficient]) => coefficient !== 0)
    .map(([coefficient, x]) => apply(erased(mul.rule), [constant(coefficient), x]))
    .reduce((total, term) => apply(erased(add.rule), [total, term]), constant(0));

/** Σ formula·image, entry by entry: each image is what a map makes of one entry that is 1. */
const superposed = (images: readonly Plain[], formulas: readonly Formula[]): Value => {
  const [first = 0] = images;
  const columns = images.map(numbersOf);
  return valueOf(
    shapeOf(first),
    Array.from({ length: sizeOf(shapeOf(first)) }, (_, k) =>
      combination(formulas.map((x, j) => [columns[j]![k]!, x])),
    ),
  );
};

/** A linear map of an array: known by what it makes of each entry. */
export const linearly = <S>(rule: UnaryRule<S>, x: Value, s: S): Value => {
  const entries = entriesOf(x);
  const gather = rule.gather?.(shapeOf(x), s);
  if (gather === undefined) {
    return superposed(
      basis(shapeOf(x)).map((e) => rule.evaluate(e, s)),
      entries,
    );
  }
  const picked = Array.from(gather.index, (k) => entries[k]!);
  return valueOf(gather.shape, picked);
};

/** A bilinear map of two arrays: known by what it makes of each pair of entries. */
export const bilinearly = <S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value => {
  const images: Plain[] = [];
  const products: Formula[] = [];
  const [left, right] = [basis(shapeOf(x)), basis(shapeOf(y))];
  const others = entriesOf(y);
  entriesOf(x).forEach((a, i) => {
    others.forEach((b, j) => {
      images.push(rule.evaluate(left[i]!, right[j]!, s));
      products.push(apply(erased(mul.rule), [a, b]));
    });
  });
  return superposed(images, products);
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
  // These two only rearrange entries. (Rules are compared by identity, whatever their static argument.)
  const rearranges = [stack.rule, unstack.rule].includes(rule as never);
  if (!rearranges) {
    throw new UndecidedError(
      `${rule.name}: expected a function that has a formula, got one that is known by its values only; evaluate it at numbers`,
    );
  }
  const entries = inputs.flatMap(entriesOf);
  let start = 0;
  return shapes.map((shape) => valueOf(shape, entries.slice(start, (start += sizeOf(shape)))));
};
