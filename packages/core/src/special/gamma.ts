import { DomainError } from "../errors.ts";
import { describe } from "../shape.ts";
import { callable } from "../primitive.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import type { UnaryRule } from "../unary-rule.ts";
import type { Unary } from "../primitive.ts";
import type { MatrixValue, Scalar, Value, Vector } from "../value.ts";
import type { Matrix } from "../matrix.ts";
import { lgamma as lgammaValue } from "./kernels/lgamma.ts";
import * as kernel from "./kernels/polygamma.ts";

/**
 * log |Γ(x)| for every real x; ∞ at the poles 0, −1, −2, … Its derivative is the digamma function.
 * @example
 * lgamma(10); // 12.80182748008147
 */
export const lgamma: UnaryFunction = /*#__PURE__*/ unary("lgamma", {
  value: lgammaValue,
  partial: (x) => digamma(x),
});

/**
 * ψ(x) = Γ′(x)/Γ(x), the logarithmic derivative of Γ (DLMF 5.2.2).
 * @example
 * digamma(10); // 2.2517525890667214
 */
export const digamma: UnaryFunction = /*#__PURE__*/ unary("digamma", {
  value: kernel.digamma,
  partial: (x) => trigamma(x),
});

const derivativeOfDigamma: Unary<number, UnaryRule<number>> = /*#__PURE__*/ unary<number>(
  "polygamma",
  {
    value: (x, n) => kernel.polygamma(n, x),
    partial: (x, _y, n) => derivativeOfDigamma(x, n + 1),
  },
);

interface Polygamma {
  (n: number, x: number): number;
  (n: number, x: Float64Array): Float64Array;
  (n: number, x: Matrix): Matrix;
  (n: number, x: Scalar): Scalar;
  (n: number, x: Vector): Vector;
  (n: number, x: MatrixValue): MatrixValue;
  (n: number, x: Value): Value;
}

/**
 * ψ⁽ⁿ⁾(x), the n-th derivative of the digamma function (DLMF 5.15): n = 0 digamma, n = 1 trigamma.
 * @throws DomainError unless n is a whole number ≥ 0.
 * @example
 * polygamma(1, 1); // 1.6449340668482264
 */
export const polygamma = /*#__PURE__*/ callable(
  derivativeOfDigamma,
  // The overloads say that the result has the shape of x.
  ((n: number, x: Value): Value => {
    if (Number.isInteger(n) && n >= 0) return derivativeOfDigamma(x, n);
    throw new DomainError(
      `polygamma: expected a whole order of 0 or more, got ${describe(n)}; the order comes first, then x`,
    );
  }) as Polygamma,
);

/**
 * ψ′(x), the derivative of the digamma function.
 * @example
 * trigamma(1); // 1.6449340668482264
 */
export const trigamma = /*#__PURE__*/ callable(
  derivativeOfDigamma,
  // The overloads of a function of one value without a static argument.
  ((x: Value): Value => derivativeOfDigamma(x, 1)) as UnaryFunction,
);
