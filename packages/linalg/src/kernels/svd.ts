import { type Bidiagonal, bidiagonalize } from "./bidiagonal.ts";
import { iterateQr } from "./bidiagonal-qr.ts";
import { rotations } from "./bidiagonal-rotations.ts";
import { unitOf } from "./exponent.ts";
import { product } from "./product.ts";
import { type Reflections, orthonormalColumns, reflections } from "./qr.ts";
import { transposed } from "./transposed.ts";

/** A = U·diag(s)·Vᵀ for A m×n, with k = min(m, n) columns of U and V. */
export interface SingularFactors {
  /** m×k, row by row. */
  readonly U: Float64Array;
  /** Descending. */
  readonly s: Float64Array;
  /** n×k, row by row. */
  readonly V: Float64Array;
}

/** From this ratio of rows to columns on, a QR factorization first is worth its cost. */
const tall = 1.6;

/**
 * The thin singular value decomposition. In each column of V the first entry of at least 0.9 times the
 * largest magnitude is positive: entries that are equal but for rounding do not decide. Undefined if the
 * iteration does not end, which no finite matrix is known to cause.
 */
export const singularFactors = (
  a: Float64Array,
  m: number,
  n: number,
): SingularFactors | undefined => {
  const unit = unitOf(a);
  const upright = m < n;
  const entries = upright ? transposed(a, m, n) : a.slice();
  const [rows, cols] = upright ? [n, m] : [m, n];
  if (unit !== 1) for (let k = 0; k < entries.length; k++) entries[k]! /= unit;
  const factors =
    rows > tall * cols ? tallFactors(entries, rows, cols) : factorsOf(entries, rows, cols);
  if (factors === undefined) return undefined;
  const { U, s, V } = upright ? { U: factors.V, s: factors.s, V: factors.U } : factors;
  return ordered(U, s, V, unit);
};

/** The singular values alone, descending. */
export const singularValuesOf = (
  a: Float64Array,
  m: number,
  n: number,
): Float64Array | undefined => {
  const unit = unitOf(a);
  const upright = m < n;
  const entries = upright ? transposed(a, m, n) : a.slice();
  const [rows, cols] = upright ? [n, m] : [m, n];
  if (unit !== 1) for (let k = 0; k < entries.length; k++) entries[k]! /= unit;
  const B =
    rows > tall * cols
      ? bidiagonalize(triangleOf(reflections(entries, rows, cols)), cols, cols)
      : bidiagonalize(entries, rows, cols);
  if (!iterateQr(B.diagonal, B.above)) return undefined;
  return B.diagonal
    .map((value) => Math.abs(value) * unit)
    .sort()
    .reverse();
};

/** A = Q·R first: then all that is iterated on is n×n. */
const tallFactors = (a: Float64Array, m: number, n: number): SingularFactors | undefined => {
  const factors = reflections(a, m, n);
  const inner = factorsOf(triangleOf(factors), n, n);
  return inner && { ...inner, U: product(orthonormalColumns(factors, n), inner.U, m, n, n) };
};

const triangleOf = ({ n, packed }: Reflections): Float64Array => {
  const r = new Float64Array(n * n);
  for (let i = 0; i < n; i++) r.set(packed.subarray(i * n + i, i * n + n), i * n + i);
  return r;
};

/** Of m ≥ n: the values with either sign and in no order. */
const factorsOf = (a: Float64Array, m: number, n: number): SingularFactors | undefined => {
  const B = bidiagonalize(a, m, n);
  const U = orthonormalColumns({ m, n, packed: B.packed, taus: B.leftTaus }, n);
  const V = rightColumns(B);
  return iterateQr(B.diagonal, B.above, rotations(n, U, V)) ? { U, s: B.diagonal, V } : undefined;
};

/** W of A = Q·B·Wᵀ, whose reflections leave the first row and column alone. */
const rightColumns = ({ n, packed, rightTaus }: Bidiagonal): Float64Array => {
  const W = new Float64Array(n * n);
  if (n > 0) W[0] = 1;
  const size = Math.max(n - 1, 0);
  const columns = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let j = k + 1; j < size; j++) columns[j * size + k] = packed[k * n + j + 1]!;
  }
  const taus = rightTaus.subarray(0, size);
  const inner = orthonormalColumns({ m: size, n: size, packed: columns, taus }, size);
  for (let i = 0; i < size; i++) {
    W.set(inner.subarray(i * size, i * size + size), (i + 1) * n + 1);
  }
  return W;
};

const ordered = (
  U: Float64Array,
  s: Float64Array,
  V: Float64Array,
  unit: number,
): SingularFactors => {
  const order = Int32Array.from(s.keys()).sort((i, j) => Math.abs(s[j]!) - Math.abs(s[i]!));
  const signs = orientation(V, s.length);
  return {
    U: columnsIn(
      U,
      order,
      signs.map((sign, j) => (s[j]! < 0 ? -sign : sign)),
    ),
    s: Float64Array.from(order, (j) => Math.abs(s[j]!) * unit),
    V: columnsIn(V, order, signs),
  };
};

/** The sign of each column's first entry of at least 0.9 times its largest magnitude. */
const orientation = (x: Float64Array, n: number): Float64Array => {
  const largest = new Float64Array(n);
  for (let at = 0; at < x.length; at += n) {
    for (let j = 0; j < n; j++) largest[j] = Math.max(largest[j]!, Math.abs(x[at + j]!));
  }
  const signs = new Float64Array(n);
  for (let at = 0; at < x.length; at += n) {
    for (let j = 0; j < n; j++) {
      if (signs[j] === 0 && Math.abs(x[at + j]!) >= 0.9 * largest[j]!)
        signs[j] = x[at + j]! < 0 ? -1 : 1;
    }
  }
  return signs;
};

const columnsIn = (x: Float64Array, order: Int32Array, signs: Float64Array): Float64Array => {
  const n = order.length;
  const to = new Float64Array(x.length);
  for (let at = 0; at < x.length; at += n) {
    for (let j = 0; j < n; j++) to[at + j] = signs[order[j]!]! * x[at + order[j]!]! + 0;
  }
  return to;
};
