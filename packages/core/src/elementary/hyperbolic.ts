import { add, mul, neg, reciprocal, square, sub } from "../arithmetic.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import { hypot, sqrt } from "./power.ts";

/**
 * (eˣ − e⁻ˣ)/2
 * @example
 * sinh(1); // 1.1752011936438014
 */
export const sinh: UnaryFunction = /*#__PURE__*/ unary("sinh", {
  value: Math.sinh,
  partial: (x) => cosh(x),
});

/**
 * (eˣ + e⁻ˣ)/2
 * @example
 * cosh(1); // 1.5430806348152437
 */
export const cosh: UnaryFunction = /*#__PURE__*/ unary("cosh", {
  value: Math.cosh,
  partial: (x) => sinh(x),
});

/** 1/cosh x; sech′ = −sech·tanh, which leaves the range no sooner than sech itself. */
const sech: UnaryFunction = /*#__PURE__*/ unary("sech", {
  value: (x) => 1 / Math.cosh(x),
  partial: (x, y) => neg(mul(y, tanh(x))),
  formula: ([x = NaN]) => [reciprocal(cosh(x))],
});

/**
 * tanh′ = 1/cosh². (1 − tanh² would lose all digits beyond x ≈ 18.)
 * @example
 * tanh(0.5); // 0.46211715726000974
 */
export const tanh: UnaryFunction = /*#__PURE__*/ unary("tanh", {
  value: Math.tanh,
  loop: (to, x) => {
    for (let k = 0; k < to.length; k++) to[k] = Math.tanh(x[k]!);
  },
  partial: (x) => square(sech(x)),
});

/**
 * asinh′ = 1/√(1 + x²), by hypot: x² may overflow.
 * @example
 * asinh(1); // 0.881373587019543
 */
export const asinh: UnaryFunction = /*#__PURE__*/ unary("asinh", {
  value: Math.asinh,
  partial: (x) => reciprocal(hypot(1, x)),
});

/**
 * acosh′ = 1/(√(x−1)·√(x+1)): x² − 1 would lose the digits near 1 and overflow far out.
 * @example
 * acosh(2); // 1.3169578969248166
 */
export const acosh: UnaryFunction = /*#__PURE__*/ unary("acosh", {
  value: Math.acosh,
  partial: (x) => reciprocal(mul(sqrt(sub(x, 1)), sqrt(add(x, 1)))),
  domain: [1, Infinity],
});

/**
 * atanh′ = 1/((1−x)(1+x)): 1 − x² would lose the digits near ±1.
 * @example
 * atanh(0.5); // 0.5493061443340548
 */
export const atanh: UnaryFunction = /*#__PURE__*/ unary("atanh", {
  value: Math.atanh,
  partial: (x) => reciprocal(mul(sub(1, x), add(1, x))),
  domain: [-1, 1],
});
