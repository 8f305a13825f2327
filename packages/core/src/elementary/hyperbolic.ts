import { add, mul, reciprocal, square, sub } from "../arithmetic.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import { hypot, sqrt } from "./power.ts";

/** (eˣ − e⁻ˣ)/2 */
export const sinh: UnaryFunction = /*#__PURE__*/ unary("sinh", {
  value: Math.sinh,
  partial: (x) => cosh(x),
});

/** (eˣ + e⁻ˣ)/2 */
export const cosh: UnaryFunction = /*#__PURE__*/ unary("cosh", {
  value: Math.cosh,
  partial: (x) => sinh(x),
});

/** tanh′ = 1/cosh². (1 − tanh² would lose all digits beyond x ≈ 18.) */
export const tanh: UnaryFunction = /*#__PURE__*/ unary("tanh", {
  value: Math.tanh,
  partial: (x) => square(reciprocal(cosh(x))),
});

/** asinh′ = 1/√(1 + x²), by hypot: x² may overflow. */
export const asinh: UnaryFunction = /*#__PURE__*/ unary("asinh", {
  value: Math.asinh,
  partial: (x) => reciprocal(hypot(1, x)),
});

/** acosh′ = 1/(√(x−1)·√(x+1)): x² − 1 would lose the digits near 1 and overflow far out. */
export const acosh: UnaryFunction = /*#__PURE__*/ unary("acosh", {
  value: Math.acosh,
  partial: (x) => reciprocal(mul(sqrt(sub(x, 1)), sqrt(add(x, 1)))),
  domain: [1, Infinity],
});

/** atanh′ = 1/((1−x)(1+x)): 1 − x² would lose the digits near ±1. */
export const atanh: UnaryFunction = /*#__PURE__*/ unary("atanh", {
  value: Math.atanh,
  partial: (x) => reciprocal(mul(sub(1, x), add(1, x))),
  domain: [-1, 1],
});
