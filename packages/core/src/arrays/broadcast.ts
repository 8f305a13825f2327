import { reducedShape, type Axis } from "./lines.ts";
import { sum } from "./sum.ts";
import { ShapeError } from "../errors.ts";
import { linear, type Linear } from "../linear.ts";
import { describeShape, entriesOf, plainOf, sameShape, zeros } from "../shape.ts";
import type { Plain, Shape } from "../value.ts";

export interface Target {
  readonly shape: Shape;
  readonly axis?: Axis;
}

/** x where each line's entries stand: one entry for each row, for each column, or one for all. */
const spread = (x: Plain, shape: Shape, axis: Axis): Float64Array => {
  const [rows = 1, cols = 1] = shape;
  const to = entriesOf(zeros(shape));
  if (typeof x === "number") return to.fill(x);
  const from = entriesOf(x);
  const across = axis === "columns";
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) to[i * cols + j] = from[across ? j : i]!;
  return to;
};

/**
 * A scalar spread over all entries, or a vector over the rows (its entry i fills row i) or over the
 * columns of a matrix. The transpose of a sum.
 * @throws ShapeError for an operand that is neither a scalar nor has one entry for each line.
 * @example
 * broadcast(Float64Array.of(1, 2), { shape: [2, 3], axis: "rows" }); // Matrix 2×3 [1 1 1] [2 2 2]
 */
export const broadcast: Linear<Target> = /*#__PURE__*/ linear<Target>("broadcast", {
  value: (x, { shape, axis }) => plainOf(shape, spread(x, shape, axis)),
  shape: (operand, { shape, axis }) => {
    const line = reducedShape("broadcast", shape, axis);
    if (operand.length === 0 || sameShape(operand, line)) return shape;
    throw new ShapeError(
      `broadcast: expected ${describeShape(line)} to spread over ${describeShape(shape)}, got ${describeShape(operand)}; only a scalar meets an array entry by entry`,
    );
  },
  adjoint: (bar, _shape, { axis }) => sum.rule.apply(bar, axis),
});
