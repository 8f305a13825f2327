import { mismatch, plainOf, sameShape, shapeOf, sizeOf } from "../shape.ts";
import type { Scalar, Shape, Value } from "../value.ts";
import { scatter, take } from "./gathering.ts";

/** The places at which a scalar stands that is read everywhere: its one entry, so many times. */
const everywhere = (shape: Shape): Int32Array => new Int32Array(sizeOf(shape));

/**
 * x where it has that shape; a scalar is spread over it. (To an engine that is a gather of the one entry: so what
 * engines need of all entries comes without the lines of `broadcast` and `sum`.)
 * @throws ShapeError for what has another shape and is no scalar.
 * @example
 * fit(7, [3]); // Float64Array(3) [ 7, 7, 7 ]
 */
export const fit = (x: Value, shape: Shape): Value => {
  const own = shapeOf(x);
  if (shape.length === 0 || sameShape(own, shape)) return x;
  if (own.length > 0) throw mismatch("fit", "a scalar or values of one shape", shape, own);
  if (typeof x === "number") return plainOf(shape, new Float64Array(sizeOf(shape)).fill(x));
  return take(x, { index: everywhere(shape), shape });
};

/**
 * The transpose of `fit`: the sum of all entries, as the scalar that was spread over them gets it back.
 * @example
 * collect(Float64Array.of(1, 2, 3)); // 6
 */
export const collect = (x: Value): Scalar => {
  const shape = shapeOf(x);
  // `scatter` makes what its shape says, a scalar; the last case is one.
  return (shape.length > 0 ? scatter(x, { index: everywhere(shape), shape: [] }) : x) as Scalar;
};
