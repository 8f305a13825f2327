import { exp } from "../elementary/exponential.ts";
import { div, scale, sub } from "../arithmetic.ts";
import { nonzero } from "../elementary/power.ts";
import { broadcast } from "./broadcast.ts";
import { alongLines, reducedShape, type Axis, type Line } from "./lines.ts";
import { sum, type Reduction } from "./sum.ts";
import { callable } from "../primitive.ts";
import { shapeOf } from "../shape.ts";
import { structured } from "../structured.ts";
import { ties } from "./ties.ts";
import type { Value } from "../value.ts";

interface ReductionSpec {
  /** The value of a line. */
  readonly line: Line;
  /** Each entry's partial derivative, as an array like x; y has the value of each line. */
  readonly partial: (x: Value, y: Value, axis: Axis) => Value;
}

/**
 * A reduction with one partial derivative for each entry: the tangent sums partial·ẋ along the lines,
 * the adjoint is partial·(ȳ spread over them).
 */
const reduction = (name: string, { line, partial }: ReductionSpec) => {
  const primitive = structured<Axis>(name, {
    value: ([x = NaN], axis) => [alongLines(name, x, axis, line)],
    shape: ([shape = []], axis) => [reducedShape(name, shape, axis)],
    pushforward: ([dx = 0], [x = NaN], [y = NaN], axis) => [
      sum.rule.apply(scale(partial(x, y, axis), dx), axis),
    ],
    pullback: ([bar = 0], [x = NaN], [y = NaN], axis) => [
      scale(partial(x, y, axis), spread(bar, x, axis)),
    ],
    dependence: "reduction",
  });
  // The overloads say what shape is left.
  return callable(primitive, ((x: Value, axis?: Axis) => primitive([x], axis)[0]) as Reduction);
};

/** The value of each line where its entries stand; of all entries, one scalar that meets each. */
const spread = (y: Value, x: Value, axis: Axis): Value =>
  axis === undefined ? y : broadcast(y, { shape: shapeOf(x), axis });

const largest: Line = (x, start, stride, end) => {
  let top = -Infinity;
  for (let k = start; k < end; k += stride) top = Math.max(top, x[k]!);
  return top;
};

const smallest: Line = (x, start, stride, end) => {
  let bottom = Infinity;
  for (let k = start; k < end; k += stride) bottom = Math.min(bottom, x[k]!);
  return bottom;
};

/**
 * The largest entry, of all or of each row or column; −∞ of none, NaN if there is one. Entries that
 * tie share the derivative equally.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * amax(matrix([[1, 2], [4, 3]]), "rows"); // Float64Array(2) [ 2, 4 ]
 */
export const amax = /*#__PURE__*/ reduction("amax", { line: largest, partial: ties });

/**
 * The smallest entry, of all or of each row or column; ∞ of none, NaN if there is one. Entries that
 * tie share the derivative equally.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * amin(Float64Array.of(3, 1, 2)); // 1
 */
export const amin = /*#__PURE__*/ reduction("amin", { line: smallest, partial: ties });

/**
 * log Σ eˣ, of all entries or of each row or column, without overflow; −∞ of none. Its gradient is the
 * softmax e^(x−y).
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * logsumexp(Float64Array.of(1000, 1000)); // 1000.6931471805599
 */
export const logsumexp = /*#__PURE__*/ reduction("logsumexp", {
  line: (x, start, stride, end) => {
    const top = largest(x, start, stride, end);
    const shift = Number.isFinite(top) ? top : 0;
    let total = 0;
    for (let k = start; k < end; k += stride) total += Math.exp(x[k]! - shift);
    return shift + Math.log(total);
  },
  // Σe^(x−y) is 1 but for the rounding of y, which far out is no small thing.
  partial: (x, y, axis) => {
    const parts = exp(sub(x, spread(y, x, axis)));
    return div(parts, spread(sum.rule.apply(parts, axis), x, axis));
  },
});

/**
 * √Σx², of all entries (for a matrix the Frobenius norm) or of each row or column, without undue
 * overflow. Its gradient is x/y; at 0 it is by convention 0.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * norm2(Float64Array.of(3, 4)); // 5
 */
export const norm2 = /*#__PURE__*/ reduction("norm2", {
  line: (x, start, stride, end) => {
    let top = 0;
    for (let k = start; k < end; k += stride) top = Math.max(top, Math.abs(x[k]!));
    // A power of two near the largest entry: scaling by it is exact, and no square leaves the range.
    const unit = top > 0 && top < Infinity ? 2 ** Math.min(1023, Math.floor(Math.log2(top))) : 1;
    let total = 0;
    for (let k = start; k < end; k += stride) total += (x[k]! / unit) * (x[k]! / unit);
    return unit * Math.sqrt(total);
  },
  partial: (x, y, axis) => div(x, spread(nonzero(y), x, axis)),
});
