import { argminByHand, type Cost } from "./descent.ts";

const square = (x: Float64Array): number => x[0]! * x[0]! + x[1]! * x[1]!;

/** 2·x */
const doubled = (x: Float64Array, to: Float64Array): void => {
  for (let k = 0; k < 2; k++) to[k] = 2 * x[k]!;
};

/** Where |x|² − |y|² is largest in y: the least of its opposite. */
const highest = (x: Float64Array, start: Float64Array): Float64Array =>
  argminByHand({ value: (y) => square(y) - square(x), slope: doubled }, start);

export const saddleByHand = (from: readonly number[]): Float64Array => {
  const start = Float64Array.from(from);
  const outer: Cost = {
    value: (x) => square(x) - square(highest(x, start)),
    // The highest y does not depend on x, but its search is part of the work of every derivative.
    slope: (x, gradient) => {
      highest(x, start);
      doubled(x, gradient);
    },
  };
  const x = argminByHand(outer, start);
  return Float64Array.of(...x, ...highest(x, start));
};
