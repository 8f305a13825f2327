import { type MatrixValue, type Scalar, at, mul } from "@jacobian/core";
import { det, qr } from "@jacobian/linalg";

/**
 * By how much a matrix of at least as many rows as columns scales volume: det J with its sign where J is square,
 * otherwise √det(JᵀJ). That is the product of the diagonal of R in J = Q·R, which is not negative.
 */
export const signedVolume = (J: MatrixValue): Scalar => {
  if (J.rows === J.cols) return det(J);
  const { R } = qr(J);
  let product: Scalar = 1;
  for (let i = 0; i < R.cols; i++) product = mul(product, at(R, i, i));
  return product;
};
