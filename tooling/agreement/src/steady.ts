import { entriesOf, plainOf, shapeOf, sizeOf } from "@jacobian/core";
import type { Plain, Value } from "@jacobian/core";
import { whereDefined } from "./differences.ts";
import { reach } from "./near.ts";
import type { Program } from "./primitives.ts";

/** All entries of plain values. */
export const entriesOfAll = (values: readonly Value[]): number[] =>
  // What plain operands give is plain.
  values.flatMap((x) => Array.from(entriesOf(x as Plain)));

/** Every entry by t reaches up or down, one unlike the other. */
const displaced = (operands: readonly Plain[], t: number): Plain[] => {
  let k = 1;
  return operands.map((x) =>
    plainOf(
      shapeOf(x),
      entriesOf(x).map((entry) => entry + t * reach(entry) * Math.cos(2 * k++)),
    ),
  );
};

/** Larger values would drown the others in rounding, and a move by a twentieth leaves no doubt. */
const isModerate = (entry: number): boolean => Math.abs(entry) <= 100;

/** Values that are not empty and not large. */
export const isTame = (values: readonly Value[]): boolean => {
  const entries = entriesOfAll(values);
  return values.every((x) => sizeOf(shapeOf(x)) > 0) && entries.every(isModerate);
};

/** Points in a row, not symmetric about 0: there an odd function hides that it is not smooth. */
const line = [-1, -0.5, 0, 0.5, 1, 1.5];

/** A fourth difference beyond this part of the variation is a kink, a jump or the edge of a domain. */
const bend = 0.001;

const fourthDifferences = (y: readonly number[]): number[] =>
  y.slice(4).map((e, k) => {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = y.slice(k);
    return a - 4 * b + 6 * c - 4 * d + e;
  });

/** Whether values at equal distances are those of a smooth function that changes moderately. */
const isSmooth = (y: readonly number[]): boolean => {
  const least = Math.min(...y);
  const variation = Math.max(...y) - least;
  const size = 1 + Math.abs(least);
  const rounding = 1e-12 * size;
  return (
    y.every(isModerate) &&
    variation <= size &&
    fourthDifferences(y).every((fourth) => Math.abs(fourth) <= bend * variation + rounding)
  );
};

/**
 * Whether a function is defined, moderate and smooth around its operands, as values on a line tell:
 * no derivative is asked.
 */
export const steady = (run: Program, operands: readonly Plain[]): boolean => {
  const [values] = whereDefined(() => line.map((t) => entriesOfAll(run(displaced(operands, t)))));
  return values?.[0]?.every((_, k) => isSmooth(values.map((y) => y[k] ?? NaN))) ?? false;
};
