import { div, Matrix, mul, neg, norm2, sqrt } from "@jacobian/core";
import { dot, inv, matmul, solve, transpose } from "@jacobian/linalg";

/**
 * JᵀJ of a matrix whose columns were first scaled to length 1. Parameters of very different size
 * (239 and 0.00055, say) would otherwise cost JᵀJ most of its digits.
 */
const scaled = (J: Matrix) => {
  const lengths = norm2(J, "columns");
  const S = new Matrix(
    J.rows,
    J.cols,
    J.data.map((x, k) => x / (lengths[k % J.cols] ?? NaN)),
  );
  return { lengths, St: transpose(S), StS: matmul(transpose(S), S) };
};

/** −(JᵀJ)⁻¹ Jᵀ r: the step after which the linear model J p + r is shortest. J is m×n, r has m. */
export const gaussNewtonStep = (J: Matrix, r: Float64Array): Float64Array => {
  const { lengths, St, StS } = scaled(J);
  return div(solve(StS, neg(matmul(St, r))), lengths);
};

/**
 * √ of the diagonal of s² (JᵀJ)⁻¹ with s² = ‖r‖²/(m − n): how uncertain each fitted parameter is, in
 * the parameter's own unit (Seber & Wild, Nonlinear Regression, 2.1.2).
 */
export const standardErrors = (J: Matrix, r: Float64Array): Float64Array => {
  const { lengths, StS } = scaled(J);
  const inverse = inv(StS);
  const variance = dot(r, r) / (J.rows - J.cols);
  const diagonal = Float64Array.from({ length: J.cols }, (_, j) => inverse.at(j, j));
  return div(sqrt(mul(variance, diagonal)), lengths);
};
