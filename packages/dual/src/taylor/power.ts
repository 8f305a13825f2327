import {
  type BinaryFunction,
  type Value,
  binary,
  div,
  entriesOf,
  log,
  mul,
  pow,
} from "@jacobian/core";
import { scale, value } from "@jacobian/core";
import type { Taylor } from "./algebra.ts";

/**
 * x^y by its differential equation x·z′ = z·(y·x′ + x·log x·y′). The derivatives that `pow` states, of
 * x^(y−1), x^(y−2), …, need no division by x, but are a new function each.
 */
const closed: BinaryFunction = /*#__PURE__*/ binary("pow", {
  value: (x, y) => pow(x, y),
  partials: [(x, y, z) => div(scale(y, z), x), (x, _y, z) => scale(z, log(x))],
});

/** xⁿ for a whole n > 0 by repeated squaring, which multiplies the rounding of a factor by n. */
const product = (x: Value, n: number): Value => {
  if (n === 1) return x;
  const half = product(x, Math.floor(n / 2));
  const even = mul(half, half);
  return n % 2 === 0 ? even : mul(even, x);
};

/** Up to here that is no loss; the differential equation would lose more where x is small beside its slope. */
const few = 64;

const isNormal = (x: number): boolean => Math.abs(x) >= 2 ** -1022 && Number.isFinite(x);

/** Whether every entry can be divided by without leaving the range. */
const dividing = (x: Value): boolean => entriesOf(value(x)).every(isNormal);

/** Whether a rule is that of `pow`, the one function that series have a way of their own for. */
export const isPower = (rule: unknown): boolean => rule === pow.rule;

/**
 * x^y of series: a low whole power is a product, and a high one where its differential equation cannot be
 * divided by x; else the equation holds. Undefined where the rule of `pow` itself must do.
 */
export const power = (algebra: Taylor, x: Value, y: Value): Value | undefined => {
  const z = pow(algebra.constant(x), algebra.constant(y));
  const divisible = dividing(algebra.constant(x)) && dividing(z);
  const isWhole = typeof y === "number" && Number.isInteger(y) && y > 0;
  if (isWhole && (y <= few || !divisible)) {
    const exact = product(x, y);
    const degree = algebra.own(exact)?.degree ?? 0;
    return algebra.series(z, degree, (k) => algebra.coefficient(exact, k) ?? 0);
  }
  return divisible ? closed(x, y) : undefined;
};
