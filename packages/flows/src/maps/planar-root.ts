import { type BinaryFunction, binary } from "@jacobian/core";
import { add, cosh, div, mul, neg, reciprocal, square, tanh, type Value } from "jacobian";

/** a + (e − 1)·tanh a is increasing in a for e > 0; this is its slope, tanh² a + e/cosh² a, a sum of what is positive. */
export const planarSlope = (a: Value, e: Value): Value =>
  add(square(tanh(a)), mul(e, square(reciprocal(cosh(a)))));

/**
 * Newton's method kept inside a bracket, which is halved where a step would leave it or does not halve the last. It ends
 * where the equation holds to rounding.
 */
const rootOf = (s: number, e: number): number => {
  const reach = Math.abs(e - 1);
  let [low, high] = [s - reach, s + reach];
  let a = s;
  let last = high - low;
  for (let k = 0; k < 200; k++) {
    const t = Math.tanh(a);
    const bend = (e - 1) * t;
    const excess = a + bend - s;
    const rounding = Number.EPSILON * (Math.abs(a) + Math.abs(bend) + Math.abs(s));
    if (!(Math.abs(excess) > rounding)) break;
    if (excess > 0) high = a;
    else low = a;
    const newton = a - excess / (t * t + e / Math.cosh(a) ** 2);
    const usable = newton > low && newton < high && Math.abs(newton - a) < 0.5 * Math.abs(last);
    const next = usable ? newton : low + 0.5 * (high - low);
    last = next - a;
    if (last === 0) break;
    a = next;
  }
  return a;
};

/**
 * The one root a of a + (e − 1)·tanh a = s, for e > 0. Its derivatives are those of the root (implicit function
 * theorem), not of the steps to it: with the slope D, ∂a/∂s = 1/D and ∂a/∂e = −tanh a/D.
 */
export const planarRoot: BinaryFunction = /*#__PURE__*/ binary("planarRoot", {
  value: rootOf,
  partials: [
    (_s, e, a) => reciprocal(planarSlope(a, e)),
    (_s, e, a) => neg(div(tanh(a), planarSlope(a, e))),
  ],
});
