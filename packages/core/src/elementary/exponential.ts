import { mul } from "../arithmetic.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import { exp2 as exp2Value } from "./kernels/exp2.ts";

/**
 * eˣ
 * @example
 * exp(1); // 2.718281828459045
 */
export const exp: UnaryFunction = /*#__PURE__*/ unary("exp", {
  value: Math.exp,
  loop: (to, x) => {
    for (let k = 0; k < to.length; k++) to[k] = Math.exp(x[k]!);
  },
  partial: (_x, y) => y,
});

/**
 * eˣ − 1. Its derivative is eˣ, not y + 1, which would lose the small end of the range.
 * @example
 * expm1(1e-20); // 1e-20
 */
export const expm1: UnaryFunction = /*#__PURE__*/ unary("expm1", {
  value: Math.expm1,
  partial: (x) => exp(x),
});

/**
 * 2ˣ
 * @example
 * exp2(10); // 1024
 */
export const exp2: UnaryFunction = /*#__PURE__*/ unary("exp2", {
  value: exp2Value,
  partial: (_x, y) => mul(Math.LN2, y),
});
