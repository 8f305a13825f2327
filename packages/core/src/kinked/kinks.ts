import { mul, neg } from "../arithmetic.ts";
import { DomainError } from "../errors.ts";
import { piecewise } from "../piecewise.ts";
import { callable, withNumberPath } from "../primitive.ts";
import type { Unary } from "../primitive.ts";
import type { PiecewiseRule } from "../piecewise-rule.ts";
import type { Value } from "../value.ts";

const first = (x: Value): Value => x;
const second = (_x: Value, y: Value): Value => y;
const zero = (): number => 0;

/**
 * |x| is x or −x; at 0 both are active, and the convention is their mean, 0.
 * @example
 * abs(-2); // 2
 */
export const abs = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ piecewise("abs", {
    value: Math.abs,
    loop: (to, x) => {
      for (let k = 0; k < to.length; k++) to[k] = Math.abs(x[k]!);
    },
    pieces: [first, (x) => neg(x)],
    switches: [[first, zero]],
    atTie: "mean",
  }),
  (p) => (x) => (typeof x === "number" ? Math.abs(x) : p(x)),
);

/**
 * The larger of two values, entry by entry; at a tie each has half the derivative.
 * @example
 * max(Float64Array.of(-1, 2), 0); // Float64Array(2) [ 0, 2 ]
 */
export const max = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ piecewise("max", {
    arity: 2,
    value: (x, y) => Math.max(x, y),
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = Math.max(x[k * p]!, y[k * q]!);
    },
    pieces: [first, second],
    switches: [[first, second]],
    atTie: "mean",
  }),
  (p) => (x, y) => (typeof x === "number" && typeof y === "number" ? Math.max(x, y) : p(x, y)),
);

/**
 * The smaller of two values, entry by entry; at a tie each has half the derivative.
 * @example
 * min(Float64Array.of(-1, 2), 0); // Float64Array(2) [ -1, 0 ]
 */
export const min = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ piecewise("min", {
    arity: 2,
    value: (x, y) => Math.min(x, y),
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = Math.min(x[k * p]!, y[k * q]!);
    },
    pieces: [first, second],
    switches: [[second, first]],
    atTie: "mean",
  }),
  (p) => (x, y) => (typeof x === "number" && typeof y === "number" ? Math.min(x, y) : p(x, y)),
);

/**
 * max(x, 0), NaN at NaN; relu′(0) = 0.
 * @example
 * relu(Float64Array.of(-1, 2)); // Float64Array(2) [ 0, 2 ]
 */
export const relu = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ piecewise("relu", {
    value: (x) => (x < 0 ? 0 : x),
    loop: (to, x) => {
      for (let k = 0; k < to.length; k++) to[k] = x[k]! < 0 ? 0 : x[k]!;
    },
    pieces: [first, zero],
    switches: [[first, zero]],
    atTie: "last",
  }),
  (p) => (x) => (typeof x === "number" ? (x < 0 ? 0 : x) : p(x)),
);

/**
 * x for x > 0, else slope·x; the derivative at 0 is the slope.
 * @example
 * leakyRelu(-2, 0.25); // -0.5
 */
export const leakyRelu = /*#__PURE__*/ piecewise<number>("leakyRelu", {
  value: (x, slope) => (x < 0 ? slope * x : x),
  pieces: [first, (x, slope) => mul(slope, x)],
  switches: [[first, zero]],
  atTie: "last",
});

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const bounded: Unary<Bounds, PiecewiseRule<Bounds>> = /*#__PURE__*/ piecewise<Bounds>("clamp", {
  value: (x, { low, high }) => (x < low ? low : x > high ? high : x),
  pieces: [(_x, { low }) => low, (_x, { high }) => high, first],
  switches: [
    [(_x, { low }) => low, first],
    [first, (_x, { high }) => high],
  ],
  atTie: "mean",
});

/** Same shape out as in. */
interface Clamp {
  (x: number, low: number, high: number): number;
  <X extends Value>(x: X, low: number, high: number): X;
}

/**
 * x confined to [low, high]; at a bound the derivative is the mean of the two sides, ½
 * (⅓ where low = high: three pieces meet).
 * @throws DomainError unless low ≤ high.
 * @example
 * clamp(7, 0, 5); // 5
 */
export const clamp = /*#__PURE__*/ callable(bounded, ((x: Value, low: number, high: number) => {
  if (low <= high) return bounded(x, { low, high });
  throw new DomainError(
    `clamp: expected low ≤ high, got [${low}, ${high}]; pass the lower bound first`,
  );
}) as Clamp);
