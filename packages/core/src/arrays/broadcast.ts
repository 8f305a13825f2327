import { reducedShape, sum } from "./sum.ts";
import { ShapeError } from "../errors.ts";
import { linear, type Linear } from "../linear.ts";
import { entryAt } from "../entrywise.ts";
import { arrayOf, describeShape, plainOf, sameShape, shapeOf, sizeOf } from "../shape.ts";
import type { Shape, Value } from "../value.ts";

/** Along which lines of a matrix: each row, each column; or over all entries. */
export type Axis = "rows" | "columns" | undefined;

export interface Target {
  readonly shape: Shape;
  readonly axis?: Axis;
}

/** Where entry k of an array of this shape comes from, of what is spread over it. */
export const lineOf = (shape: Shape, axis: Axis): ((k: number) => number) => {
  const cols = shape[1] ?? 1;
  if (axis === "rows") return (k) => Math.floor(k / cols);
  return axis === "columns" ? (k) => k % cols : () => 0;
};

/**
 * A scalar spread over all entries, or a vector over the rows (its entry i fills row i) or over the
 * columns of a matrix. The transpose of a sum.
 * @throws ShapeError for an operand that is neither a scalar nor has one entry for each line.
 * @example
 * broadcast(Float64Array.of(1, 2), { shape: [2, 3], axis: "rows" }); // Matrix 2×3 [1 1 1] [2 2 2]
 */
export const broadcast: Linear<Target> = /*#__PURE__*/ linear<Target>("broadcast", {
  value: (x, { shape, axis }) => {
    if (typeof x === "number") return plainOf(shape, new Float64Array(sizeOf(shape)).fill(x));
    const line = lineOf(shape, axis);
    return arrayOf(shape, (k) => entryAt(x, line(k)));
  },
  shape: (operand, { shape, axis }) => {
    const line = reducedShape("broadcast", shape, axis);
    if (operand.length === 0 || sameShape(operand, line)) return shape;
    throw new ShapeError(
      `broadcast: expected ${describeShape(line)} to spread over ${describeShape(shape)}, got ${describeShape(operand)}; only a scalar meets an array entry by entry`,
    );
  },
  adjoint: (bar, _shape, { axis }) => sum.rule.apply(bar, axis),
});

/**
 * x where it has that shape; a scalar is spread over it.
 * @example
 * fit(7, [3]); // Float64Array(3) [ 7, 7, 7 ]
 */
export const fit = (x: Value, shape: Shape): Value =>
  shape.length === 0 || sameShape(shapeOf(x), shape) ? x : broadcast(x, { shape });
