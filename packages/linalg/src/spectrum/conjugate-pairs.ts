import { type Value, add, entriesOf, scale, shapeOf, sub, take, value } from "@jacobian/core";
import { tabulated } from "../construct/tabulated.ts";

/** Real and imaginary part, of equal shape. */
export interface ComplexValue {
  readonly re: Value;
  readonly im: Value;
}

/** Which of n eigenvalues of a real matrix are conjugate to a neighbour. */
export interface Pairs {
  readonly n: number;
  /** The first of the pair of each, or itself. */
  readonly heads: Int32Array;
  /** The second of the pair of each, or itself. */
  readonly tails: Int32Array;
  /** 1 for the first of a pair, −1 for the second, 0 for a real one. */
  readonly signs: Int32Array;
}

/** The pairs among eigenvalues with these imaginary parts, the positive one first in each pair. */
export const pairsOf = (im: Value): Pairs => {
  const signs = Int32Array.from(entriesOf(value(im)), Math.sign);
  const heads = signs.map((sign, j) => (sign < 0 ? j - 1 : j));
  const tails = signs.map((sign, j) => (sign > 0 ? j + 1 : j));
  return { n: signs.length, heads, tails, signs };
};

/** The columns of A by their numbers. */
const columns = (A: Value, order: Int32Array): Value => {
  const [m = 0, n = 0] = shapeOf(A);
  const index = Int32Array.from({ length: m * n }, (_, k) => k - (k % n) + order[k % n]!);
  return take(A, { index, shape: [m, n] });
};

/** The rows of A by their numbers. */
const rows = (A: Value, order: Int32Array): Value => {
  const [m = 0, n = 0] = shapeOf(A);
  const index = Int32Array.from(
    { length: m * n },
    (_, k) => order[Math.floor(k / n)]! * n + (k % n),
  );
  return take(A, { index, shape: [m, n] });
};

/** The n×n matrix with these columns, each of equal entries. */
const inColumns = (x: ArrayLike<number>): Value =>
  tabulated(x.length, x.length, (_i, j) => x[j] ?? NaN);

/** 1 in the columns of complex eigenvalues, 0 in those of real ones. */
export const complexColumns = ({ signs }: Pairs): Value => inColumns(signs.map(Math.abs));

/** R with V = R·K: instead of conjugate columns, the real and the imaginary part of the first. */
export const realBasis = ({ re, im }: ComplexValue, { signs }: Pairs): Value =>
  sub(
    scale(inColumns(signs.map((sign) => (sign < 0 ? 0 : 1))), re),
    scale(inColumns(signs.map((sign) => (sign < 0 ? 1 : 0))), im),
  );

/** K⁻¹·M·K, where K has the block (1, 1; i, −i) for each pair and 1 for what is real. */
export const inEigenbasis = (M: Value, { n, heads, tails, signs }: Pairs): ComplexValue => {
  const [re, im] = [columns(M, heads), scale(inColumns(signs), columns(M, tails))];
  const half = tabulated(n, n, (i) => (signs[i] === 0 ? 1 : 0.5));
  const sign = tabulated(n, n, (i) => signs[i] ?? NaN);
  return {
    re: scale(half, add(rows(re, heads), scale(sign, rows(im, tails)))),
    im: scale(half, sub(rows(im, heads), scale(sign, rows(re, tails)))),
  };
};
