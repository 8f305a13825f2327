import { mean, sameShape, shapeOf } from "@jacobian/core";
import type { Plain, Shape, Value } from "@jacobian/core";
import { near } from "./near.ts";
import type { Anchor } from "./near.ts";
import type { Operation } from "./operations.ts";
import { isTame } from "./steady.ts";

/** An earlier value, or its mean where its shape does not fit, as it is or brought near an anchor. */
export interface Operand {
  readonly from: number;
  readonly averaged: boolean;
  readonly near?: Anchor;
}

export const operandOf = (operand: Operand, values: readonly Value[]): Value => {
  const value = values[operand.from] ?? NaN;
  const x = operand.averaged ? mean(value) : value;
  return operand.near === undefined ? x : near(operand.near, x);
};

/** One of a list, counted modulo its length. */
export const pick = <T>(items: readonly T[], which: number): T => {
  const item = items[which % items.length];
  if (item !== undefined) return item;
  throw new RangeError(`pick: expected one item or more, got ${items.length}; offer some`);
};

const shapeAt = (values: readonly Plain[], k: number): Shape => shapeOf(values[k] ?? NaN);

/** What an operand may be made of: positions of values that are neither empty nor large. */
const usable = (values: readonly Plain[]): number[] =>
  [...values.keys()].filter((k) => isTame([values[k] ?? NaN]));

/**
 * A value of each anchor's shape where there is one, brought near the anchor; entry by entry arrays
 * of one shape may meet numbers.
 */
export const guardedOperands = (
  { anchors, spreads }: Operation,
  picks: readonly number[],
  values: readonly Plain[],
): Operand[] => {
  const all = usable(values);
  let common: Shape = [];
  return anchors.map((anchor, k) => {
    const fits = (shape: Shape) =>
      spreads
        ? shape.length === 0 || common.length === 0 || sameShape(shape, common)
        : sameShape(shape, shapeOf(anchor.at));
    const fitting = all.filter((from) => fits(shapeAt(values, from)));
    const from = pick(fitting.length > 0 ? fitting : all, picks[k] ?? 0);
    const shape = shapeAt(values, from);
    if (common.length === 0) common = shape;
    return { from, averaged: fitting.length === 0 && shape.length > 0, near: anchor };
  });
};

/** The same without anchors, but where a number must become an array. */
export const directOperands = (
  { spreads }: Operation,
  operands: readonly Operand[],
  values: readonly Plain[],
): Operand[] =>
  operands.map((operand) => {
    const { from, averaged, near: anchor } = operand;
    const shape = averaged ? [] : shapeAt(values, from);
    const fits = spreads || sameShape(shape, shapeOf(anchor?.at ?? NaN));
    return fits ? { from, averaged } : operand;
  });
