import { div, neg, sub } from "../arithmetic.ts";
import { binary } from "../binary.ts";
import { locallyConstant } from "../locally-constant.ts";
import type { Value } from "../value.ts";

// Locally constant: the derivative is 0 everywhere, also at a jump, where by rights there is none.

/**
 * The largest integer ≤ x. Derivative 0.
 * @example
 * floor(-1.2); // -2
 */
export const floor = /*#__PURE__*/ locallyConstant("floor", {
  value: Math.floor,
  jumps: Math.round,
});

/**
 * The smallest integer ≥ x. Derivative 0.
 * @example
 * ceil(1.2); // 2
 */
export const ceil = /*#__PURE__*/ locallyConstant("ceil", { value: Math.ceil, jumps: Math.round });

/**
 * The nearest integer, halves upwards (as Math.round). Derivative 0.
 * @example
 * round(2.5); // 3
 */
export const round = /*#__PURE__*/ locallyConstant("round", {
  value: Math.round,
  jumps: (x) => Math.floor(x) + 0.5,
});

/**
 * The integer part, towards 0. Derivative 0.
 * @example
 * trunc(-1.7); // -1
 */
export const trunc = /*#__PURE__*/ locallyConstant("trunc", {
  value: Math.trunc,
  jumps: (x) => (x < 0 ? Math.min(-1, Math.round(x)) : Math.max(1, Math.round(x))),
});

/**
 * −1, 0 or 1 as x is negative, 0 or positive. Derivative 0.
 * @example
 * sign(-3); // -1
 */
export const sign = /*#__PURE__*/ locallyConstant("sign", { value: Math.sign, jumps: () => 0 });

/**
 * 1 for x ≥ 0, else 0 (Heaviside), NaN at NaN. Derivative 0.
 * @example
 * step(0); // 1
 */
export const step = /*#__PURE__*/ locallyConstant("step", {
  value: (x) => (x >= 0 ? 1 : x < 0 ? 0 : NaN),
  jumps: () => 0,
});

/**
 * x, held constant in every derivative.
 * @example
 * stopGradient(2); // 2
 */
export const stopGradient = /*#__PURE__*/ locallyConstant("stopGradient", {
  value: (x) => x,
  jumps: () => NaN,
});

const quotient = (x: Value, y: Value, z: Value): Value => round(div(sub(x, z), y));

/**
 * The remainder x − y·⌊x/y⌋, with the sign of y, exact where `%` is. Between its jumps ∂/∂x = 1 and
 * ∂/∂y = −⌊x/y⌋; at a jump, a multiple of y, the derivative is the one from the right in x/y.
 * @example
 * mod(-1, 3); // 2
 */
export const mod = /*#__PURE__*/ binary("mod", {
  value: (x, y) => {
    const r = x % y;
    if (r === 0) return y < 0 ? -0 : 0;
    return r < 0 !== y < 0 ? r + y : r;
  },
  partials: [() => 1, (x, y, z) => neg(quotient(x, y, z))],
});
