import { exp } from "../elementary/exponential.ts";
import { div, scale, sub } from "../arithmetic.ts";
import { nonzero } from "../elementary/power.ts";
import { broadcast, lineOf, type Axis } from "./broadcast.ts";
import { reducedShape, sum, type Reduction } from "./sum.ts";
import { callable } from "../primitive.ts";
import { entriesOf, plainOf, shapeOf, sizeOf } from "../shape.ts";
import { structured } from "../structured.ts";
import { value } from "../kinked/compare.ts";
import type { Plain, Value } from "../value.ts";

/** One number for each line of x: `step` folds its entries into `start`. */
const folded = (
  reduced: readonly number[],
  x: Plain,
  axis: Axis,
  start: number,
  step: (carry: number, entry: number, line: number) => number,
): Float64Array => {
  const line = lineOf(shapeOf(x), axis);
  const to = new Float64Array(sizeOf(reduced)).fill(start);
  entriesOf(x).forEach((entry, k) => (to[line(k)] = step(to[line(k)] ?? start, entry, line(k))));
  return to;
};

interface ReductionSpec {
  /** The value of every line, folded. */
  readonly value: (fold: (start: number, step: Step) => Float64Array) => Float64Array;
  /** Each entry's partial derivative, as an array like x; `y` is spread over x already. */
  readonly partial: (x: Value, y: Value, axis: Axis) => Value;
}

type Step = (carry: number, entry: number, line: number) => number;

/**
 * A reduction with one partial derivative for each entry: the tangent sums partial·ẋ along the lines,
 * the adjoint is partial·(ȳ spread over them).
 */
const reduction = (name: string, spec: ReductionSpec) => {
  const primitive = structured<Axis>(name, {
    value: ([x = NaN], axis) => {
      const reduced = reducedShape(name, shapeOf(x), axis);
      return [
        plainOf(
          reduced,
          spec.value((start, step) => folded(reduced, x, axis, start, step)),
        ),
      ];
    },
    shape: ([shape = []], axis) => [reducedShape(name, shape, axis)],
    pushforward: ([dx = 0], [x = NaN], [y = NaN], axis) => [
      sum.rule.apply(scale(spec.partial(x, spread(y, x, axis), axis), dx), axis),
    ],
    pullback: ([bar = 0], [x = NaN], [y = NaN], axis) => [
      scale(spec.partial(x, spread(y, x, axis), axis), spread(bar, x, axis)),
    ],
    dependence: "reduction",
  });
  // The overloads say what shape is left.
  return callable(primitive, ((x: Value, axis?: Axis) => primitive([x], axis)[0]) as Reduction);
};

const spread = (y: Value, x: Value, axis: Axis): Value => broadcast(y, { shape: shapeOf(x), axis });

/** Equal, or both NaN: entries that are NaN tie for an extreme that is. */
const same = (a: number, b: number | undefined): boolean =>
  a === b || (Number.isNaN(a) && Number.isNaN(b));

/** 1 over the number of ties at each entry that attains the extreme y, else 0: locally constant. */
const ties = (x: Value, y: Value, axis: Axis): Value => {
  const [entries, extremes] = [entriesOf(value(x)), entriesOf(value(y))];
  const shape = shapeOf(x);
  const attained = plainOf(
    shape,
    entries.map((entry, k) => (same(entry, extremes[k]) ? 1 : 0)),
  );
  const count = value(spread(sum.rule.apply(attained, axis), x, axis));
  const counts = entriesOf(count);
  return plainOf(
    shape,
    entriesOf(attained).map((one, k) => (one === 0 ? 0 : 1 / (counts[k] ?? 1))),
  );
};

/**
 * The largest entry, of all or of each row or column; −∞ of none, NaN if there is one. Entries that
 * tie share the derivative equally.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * amax(matrix([[1, 2], [4, 3]]), "rows"); // Float64Array(2) [ 2, 4 ]
 */
export const amax = /*#__PURE__*/ reduction("amax", {
  value: (fold) => fold(-Infinity, (a, b) => Math.max(a, b)),
  partial: ties,
});

/**
 * The smallest entry, of all or of each row or column; ∞ of none, NaN if there is one. Entries that
 * tie share the derivative equally.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * amin(Float64Array.of(3, 1, 2)); // 1
 */
export const amin = /*#__PURE__*/ reduction("amin", {
  value: (fold) => fold(Infinity, (a, b) => Math.min(a, b)),
  partial: ties,
});

/**
 * log Σ eˣ, of all entries or of each row or column, without overflow; −∞ of none. Its gradient is the
 * softmax e^(x−y).
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * logsumexp(Float64Array.of(1000, 1000)); // 1000.6931471805599
 */
export const logsumexp = /*#__PURE__*/ reduction("logsumexp", {
  value: (fold) => {
    const top = fold(-Infinity, (a, b) => Math.max(a, b));
    const shift = top.map((m) => (Number.isFinite(m) ? m : 0));
    const sums = fold(0, (total, x, line) => total + Math.exp(x - (shift[line] ?? 0)));
    return sums.map((total, line) => (shift[line] ?? 0) + Math.log(total));
  },
  // Σe^(x−y) is 1 but for the rounding of y, which far out is no small thing.
  partial: (x, y, axis) => {
    const parts = exp(sub(x, y));
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
  value: (fold) => {
    const top = fold(0, (m, x) => Math.max(m, Math.abs(x)));
    // A power of two near the largest entry: scaling by it is exact, and no square leaves the range.
    const unit = top.map((m) =>
      m > 0 && m < Infinity ? 2 ** Math.min(1023, Math.floor(Math.log2(m))) : 1,
    );
    const sums = fold(0, (total, x, line) => total + (x / (unit[line] ?? 1)) ** 2);
    return sums.map((total, line) => (unit[line] ?? 1) * Math.sqrt(total));
  },
  partial: (x, y) => div(x, nonzero(y)),
});
