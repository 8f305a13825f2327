import { accumulate } from "./accumulate.ts";
import { type Balanced, balance } from "./eigen-balance.ts";
import { iterateSchur } from "./eigen-schur.ts";
import { imaginaryPart, schurVectors } from "./eigen-vectors.ts";
import { exponentOf, largestMagnitude } from "./exponent.ts";
import { reduceToHessenberg } from "./hessenberg.ts";
import { eigenOrder } from "./eigen-order.ts";
import { normalizeVectors } from "./eigen-normal.ts";
import { flipped, rowsOf } from "./view.ts";

/** The eigenvalues of a real matrix and what spans its eigenvectors. */
export interface GeneralEigen {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /**
   * n×n, row by row: the vector of a real eigenvalue is a column; a pair, in neighbouring columns, has
   * the real and the imaginary part of the vector of its first. Absent if it was not asked for.
   */
  readonly basis?: Float64Array;
}

/**
 * Balancing, Hessenberg form, QR iteration, substitution, and ordering. Undefined if the iteration does not
 * end, which no finite matrix is known to cause.
 */
export const generalEigen = (
  a: Float64Array,
  n: number,
  withVectors: boolean,
): GeneralEigen | undefined => {
  // Balancing comes before the scaling to 1, under which small entries vanish that it may lift.
  const headroom = 2 ** Math.max(0, exponentOf(largestMagnitude(a)) - 500);
  const balanced = balance(headroom === 1 ? a : a.map((entry) => entry / headroom), n);
  const { b: t, low, high } = balanced;
  const unit = 2 ** Math.max(exponentOf(largestMagnitude(t)), -1074);
  for (let k = 0; k < t.length; k++) t[k]! /= unit;
  const zt = reduceToHessenberg(t, n, low, high, withVectors);
  if (!iterateSchur(t, n, low, high, zt)) return undefined;
  const [re, im] = valuesOf(t, n);
  const order = eigenOrder(re, im);
  const inOrder = (x: Float64Array) => Float64Array.from(order, (k) => x[k]! * unit * headroom);
  const values = { re: inOrder(re), im: inOrder(im) };
  if (zt === undefined) return values;
  return { ...values, basis: basisOf(balanced, zt, schurVectors(t, n), im, order) };
};

const valuesOf = (t: Float64Array, n: number): readonly [re: Float64Array, im: Float64Array] => {
  const [re, im] = [new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    re[j] = t[j * (n + 1)]!;
    if (j + 1 === n || t[(j + 1) * n + j] === 0) continue;
    re[j + 1] = re[j]!;
    im[j] = imaginaryPart(t, n, j);
    im[j + 1] = -im[j]!;
    j++;
  }
  return [re, im];
};

/** P·D·Z·Y, its columns in order, and normal. */
const basisOf = (
  { n, order: places, scales }: Balanced,
  zt: Float64Array,
  columns: Float64Array,
  im: Float64Array,
  order: Int32Array,
): Float64Array => {
  const product = new Float64Array(n * n);
  accumulate(rowsOf(product, n), flipped(rowsOf(zt, n)), rowsOf(columns, n), n, n, n, 1);
  const basis = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      basis[places[i]! * n + j] = scales[i]! * product[i * n + order[j]!]!;
    }
  }
  normalizeVectors(
    basis,
    n,
    Int32Array.from(order, (k) => Math.sign(im[k]!)),
  );
  return basis;
};
