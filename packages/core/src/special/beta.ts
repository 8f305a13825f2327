import { add, mul, neg, sub } from "../arithmetic.ts";
import { binary, type BinaryFunction } from "../binary.ts";
import type { BinaryRule } from "../binary-rule.ts";
import type { Binary } from "../primitive.ts";
import * as kernel from "./kernels/beta.ts";
import { betaDerivative } from "./kernels/beta-derivative.ts";
import { polygammaDifference } from "./kernels/polygamma-difference.ts";
import { polygamma } from "./gamma.ts";
import type { Value } from "../value.ts";

type Orders = readonly [inA: number, inB: number];

/** n over k. */
const choose = (n: number, k: number): number =>
  k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;

/** ∂ⁱ⁺ʲB/∂aⁱ∂bʲ by Leibniz's rule from ∂B/∂a = B·(ψ(a) − ψ(a + b)): exact, but it cancels. */
const byPolygammas = (a: Value, b: Value, [i, j]: Orders): Value => {
  if (i === 0) return j === 0 ? beta(a, b) : byPolygammas(b, a, [j, 0]);
  let total: Value = 0;
  for (let k = 0; k < i; k++) {
    for (let l = 0; l <= j; l++) {
      const rate = sub(l === 0 ? polygamma(k, a) : 0, polygamma(k + l, add(a, b)));
      const rest = byPolygammas(a, b, [i - 1 - k, j - l]);
      total = add(total, mul(choose(i - 1, k) * choose(j, l), mul(rest, rate)));
    }
  }
  return total;
};

/** ∂ⁱ⁺ʲB/∂aⁱ∂bʲ: one function for all orders, since products of derivatives of log B cancel. */
const derivativeOfBeta: Binary<Orders, BinaryRule<Orders>> = /*#__PURE__*/ binary<Orders>(
  "betaDerivative",
  {
    value: (a, b, [i, j]) => betaDerivative(i, j, a, b),
    partials: [
      (a, b, _y, [i, j]) => derivativeOfBeta(a, b, [i + 1, j]),
      (a, b, _y, [i, j]) => derivativeOfBeta(a, b, [i, j + 1]),
    ],
    formula: ([a = NaN, b = NaN], orders: Orders) => [byPolygammas(a, b, orders)],
  },
);

/** Dₙ(a, b) = ψ⁽ⁿ⁾(a + b) − ψ⁽ⁿ⁾(a), which as a difference would lose all digits for b far below a. */
const difference: Binary<number, BinaryRule<number>> = /*#__PURE__*/ binary<number>(
  "polygammaDifference",
  {
    value: (a, b, n) => polygammaDifference(n, a, b),
    partials: [
      (a, b, _y, n) => difference(a, b, n + 1),
      (a, b, _y, n) => polygamma(n + 1, add(a, b)),
    ],
    formula: ([a = NaN, b = NaN], n: number) => [sub(polygamma(n, add(a, b)), polygamma(n, a))],
  },
);

/**
 * The beta function B(a, b) = Γ(a)·Γ(b)/Γ(a + b), a, b > 0.
 * @example
 * beta(2, 3); // 0.08333333333333334
 */
export const beta: BinaryFunction = /*#__PURE__*/ binary("beta", {
  value: kernel.beta,
  partials: [(a, b) => derivativeOfBeta(a, b, [1, 0]), (a, b) => derivativeOfBeta(a, b, [0, 1])],
});

/**
 * log B(a, b), a, b > 0, where B itself would underflow. ∂ log B/∂a = ψ(a) − ψ(a + b) (DLMF 5.12.1).
 * @example
 * lbeta(1000, 1000); // -1388.4826016359023
 */
export const lbeta: BinaryFunction = /*#__PURE__*/ binary("lbeta", {
  value: kernel.lbeta,
  partials: [(a, b) => neg(difference(a, b, 0)), (a, b) => neg(difference(b, a, 0))],
});
