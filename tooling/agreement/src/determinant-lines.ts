import { type Scalar, type Matrix, add, scale } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import { det } from "@jacobian/linalg";
import * as tape from "@jacobian/tape";

export type Curve = (t: Scalar) => Scalar;

/** det(A + t·B) */
export const along =
  (A: Matrix, B: Matrix): Curve =>
  (t) =>
    // A matrix plus a multiple of one is a matrix.
    det(add(A, scale(t, B)));

/** f, f′, f″, … at 0, the engines taking turns. */
export const derivatives = (f: Curve, count: number): number[] => {
  const chain = [f];
  for (let k = 1; k < count; k++) {
    const g = chain[k - 1] ?? f;
    chain.push(k % 2 === 0 ? tape.gradient(g) : dual.derivative(g));
  }
  return chain.map((g) => Number(g(0)));
};
