import { add, mul, neg, reciprocal, sub } from "../arithmetic.ts";
import { binary, type BinaryFunction } from "../binary.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import * as kernel from "./kernels/logistic.ts";

/** 1 − σ(x) = σ(−x), whose derivative is −σ(x)·σ(−x): with it the derivatives of σ are made of two functions. */
const complement: UnaryFunction = /*#__PURE__*/ unary("sigmoidComplement", {
  value: (x) => kernel.sigmoid(-x),
  partial: (x, y) => neg(mul(sigmoid(x), y)),
  formula: ([x = NaN]) => [sigmoid(neg(x))],
});

/**
 * σ(x) = 1/(1 + e⁻ˣ); σ′ = σ(x)·σ(−x), which keeps its digits in both tails.
 * @example
 * sigmoid(1); // 0.7310585786300049
 */
export const sigmoid: UnaryFunction = /*#__PURE__*/ unary("sigmoid", {
  value: kernel.sigmoid,
  loop: (to, x) => {
    for (let k = 0; k < to.length; k++) to[k] = kernel.sigmoid(x[k]!);
  },
  partial: (x, y) => mul(y, complement(x)),
});

/**
 * log(p/(1−p)), the inverse of the sigmoid; logit′ = 1/p + 1/(1−p), two terms that never cancel.
 * @example
 * logit(0.9); // 2.1972245773362196
 */
export const logit: UnaryFunction = /*#__PURE__*/ unary("logit", {
  value: kernel.logit,
  partial: (x) => add(reciprocal(x), reciprocal(sub(1, x))),
  domain: [0, 1],
});

/**
 * log(1 + eˣ); its derivative is the sigmoid.
 * @example
 * softplus(1000); // 1000
 */
export const softplus: UnaryFunction = /*#__PURE__*/ unary("softplus", {
  value: kernel.softplus,
  partial: (x) => sigmoid(x),
});

/**
 * log(eˣ + eʸ); its gradient is the softmax of (x, y).
 * @example
 * logaddexp(1000, 1000); // 1000.6931471805599
 */
export const logaddexp: BinaryFunction = /*#__PURE__*/ binary("logaddexp", {
  value: kernel.logaddexp,
  partials: [(x, y) => sigmoid(sub(x, y)), (x, y) => sigmoid(sub(y, x))],
});
