import { add, div, reciprocal, scale } from "../arithmetic.ts";
import { binary, type BinaryFunction } from "../binary.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import { xlogy as xlogyValue } from "./kernels/xlogy.ts";

/**
 * log x, the natural logarithm.
 * @example
 * log(10); // 2.302585092994046
 */
export const log: UnaryFunction = /*#__PURE__*/ unary("log", {
  value: Math.log,
  loop: (to, x) => {
    for (let k = 0; k < to.length; k++) to[k] = Math.log(x[k]!);
  },
  partial: (x) => reciprocal(x),
  domain: [0, Infinity],
});

/**
 * log(1 + x)
 * @example
 * log1p(1e-20); // 1e-20
 */
export const log1p: UnaryFunction = /*#__PURE__*/ unary("log1p", {
  value: Math.log1p,
  partial: (x) => reciprocal(add(1, x)),
  domain: [-1, Infinity],
});

/**
 * The logarithm to base 2.
 * @example
 * log2(8); // 3
 */
export const log2: UnaryFunction = /*#__PURE__*/ unary("log2", {
  value: Math.log2,
  partial: (x) => div(Math.LOG2E, x),
  domain: [0, Infinity],
});

/**
 * The logarithm to base 10.
 * @example
 * log10(1000); // 3
 */
export const log10: UnaryFunction = /*#__PURE__*/ unary("log10", {
  value: Math.log10,
  partial: (x) => div(Math.LOG10E, x),
  domain: [0, Infinity],
});

/**
 * x·log y, and 0 at x = 0 whatever y; so ∂/∂y = x/y is 0 there too, also at y = 0.
 * @example
 * xlogy(0, 0); // 0
 */
export const xlogy: BinaryFunction = /*#__PURE__*/ binary("xlogy", {
  value: xlogyValue,
  partials: [(_x, y) => log(y), (x, y) => scale(x, reciprocal(y))],
});
