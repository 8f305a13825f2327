import { type Plain, DomainError, entriesOf, value } from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";
import { reciprocalCondition } from "../kernels/condition.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { factorize } from "../kernels/factorize.ts";
import { substitute } from "../kernels/substitute.ts";
import { type ComplexValue, pairsOf, realBasis } from "./conjugate-pairs.ts";

/** The Frobenius norm. */
const norm = (a: Float64Array): number => {
  const top = largestMagnitude(a) || 1;
  return top * Math.sqrt(a.reduce((sum, entry) => sum + (entry / top) ** 2, 0));
};

/**
 * κⱼ = 1/|wⱼᴴ·vⱼ| for unit eigenvectors v and w from both sides: a change ε of the matrix moves eigenvalue
 * j by up to κⱼ·ε (Wilkinson 1965, chapter 2). Infinite where the eigenvectors do not span the space.
 */
const conditions = (R: Float64Array, im: Float64Array): Float64Array => {
  const n = im.length;
  const factors = factorize(R, n);
  if (reciprocalCondition(R, factors) < n * Number.EPSILON)
    return new Float64Array(n).fill(Infinity);
  const inverse = substitute(factors, identity(n).data, n);
  const row = (i: number): number => norm(inverse.subarray(i * n, i * n + n));
  return im.map((part, j) => {
    if (part === 0) return row(j);
    return Math.hypot(row(j), row(part > 0 ? j + 1 : j - 1)) / 2;
  });
};

const printed = (re: number, im: number): string =>
  im === 0 ? String(re) : `${re} ${im < 0 ? "-" : "+"} ${Math.abs(im)}i`;

/**
 * Eigenvalues count as repeated where they are no further apart than they are known: n·2⁻⁵²·‖A‖·(κᵢ + κⱼ).
 * @throws DomainError naming the two that are nearest to each other.
 */
export const refuseRepeatedPair = (
  operation: string,
  A: Plain,
  lambda: ComplexValue,
  V: ComplexValue,
): void => {
  const [re, im] = [entriesOf(value(lambda.re)), entriesOf(value(lambda.im))];
  const R = value(realBasis(V, pairsOf(lambda.im)));
  const n = re.length;
  const known = n * Number.EPSILON * norm(entriesOf(A));
  const kappa = conditions(entriesOf(R), im);
  let nearest: { gap: number; i: number; j: number } | undefined;
  for (let j = 1; j < n; j++) {
    for (let i = 0; i < j; i++) {
      const gap = Math.hypot(re[j]! - re[i]!, im[j]! - im[i]!);
      // 0·∞ is NaN, and refused too.
      if (gap > known * (kappa[i]! + kappa[j]!) || gap >= (nearest?.gap ?? Infinity)) continue;
      nearest = { gap, i, j };
    }
  }
  if (nearest === undefined) return;
  const { i, j } = nearest;
  throw new DomainError(
    `${operation}: expected distinct eigenvalues to differentiate, got eigenvalues ${printed(re[i]!, im[i]!)} and ${printed(re[j]!, im[j]!)} (nos. ${i} and ${j}), equal to working precision; where they meet they have no derivative, but functions of the whole matrix have: trace, det, expm`,
  );
};
