import { type Scalar, add, neg, square, sub } from "@jacobian/core";
import { type Cost, type Gradient, type Point, argmin } from "./descent.ts";

const squares = ([a = 0, b = 0]: Point): Scalar => add(square(a), square(b));

/** |x|² − |y|² */
const height = (x: Point, y: Point): Scalar => sub(squares(x), squares(y));

const argmax = (f: Cost, gradient: Gradient, start: Point): Point =>
  argmin((x) => neg(f(x)), gradient, start);

/**
 * x and y of min over x of max over y of |x|² − |y|² (Pearlmutter & Siskind 2008): the descent in x
 * takes derivatives by `outer`, of an ascent in y that takes its own by `inner`.
 */
export const saddle = (start: Point, outer: Gradient, inner: Gradient): Point => {
  const highest = (x: Point): Scalar => {
    const y = argmax((y) => height(x, y), inner, start);
    return height(x, y);
  };
  const x = argmin(highest, outer, start);
  return [...x, ...argmax((y) => height(x, y), outer, start)];
};
