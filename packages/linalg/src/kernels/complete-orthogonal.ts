import { reciprocalCondition } from "./condition.ts";
import { factorizeTriangle } from "./factorize.ts";
import { product, productOfViews } from "./product.ts";
import { orthonormalColumns, reflections, thinFactors } from "./qr.ts";
import { revealing } from "./rank-revealing.ts";
import { transposed } from "./transposed.ts";
import { substituteTriangle } from "./triangle.ts";
import { flipped, rowsOf } from "./view.ts";

/** A = U·T·Vᵀ of rank r: all that least squares asks of an m×n matrix. */
export interface Complete {
  readonly m: number;
  readonly n: number;
  readonly rank: number;
  /** m×r with orthonormal columns; I if undefined. */
  readonly U: Float64Array | undefined;
  /** r×r and triangular. */
  readonly T: Float64Array;
  readonly lower: boolean;
  /** n×r with orthonormal columns; I if undefined. */
  readonly V: Float64Array | undefined;
  /** The longest column of what was left out, relative to that of A; 0 of full rank. */
  readonly rest: number;
}

/**
 * The complete orthogonal decomposition of A (Golub & Van Loan 2013, section 5.4.7) with the given rank,
 * or else with that to which its columns are independent: see `revealing`.
 */
export const completeOrthogonal = (
  a: Float64Array,
  m: number,
  n: number,
  tolerance: number,
  rank?: number,
): Complete =>
  (rank === undefined || rank === Math.min(m, n)
    ? farFromDeficient(a, m, n, tolerance)
    : undefined) ?? revealed(a, m, n, tolerance, rank);

/** The estimate of a condition number is hardly ever short of this factor; between norms there is one of n. */
const caution = 10;

/**
 * A well-conditioned matrix needs no pivoting: it would be found to have full rank, since its smallest
 * singular value exceeds the tolerance times its largest, and no column is longer than that.
 */
const farFromDeficient = (
  a: Float64Array,
  m: number,
  n: number,
  tolerance: number,
): Complete | undefined => {
  const wide = m < n;
  const k = Math.min(m, n);
  const { q, r } = thinFactors(
    wide ? reflections(transposed(a, m, n), n, m) : reflections(a, m, n),
  );
  const condition = reciprocalCondition(r, factorizeTriangle(r, k));
  if (condition <= caution * k * Math.max(tolerance, Number.EPSILON)) return undefined;
  const shared = { m, n, rank: k, rest: 0, lower: wide };
  return wide
    ? { ...shared, U: undefined, T: transposed(r, k, k), V: q }
    : { ...shared, U: q, T: r, V: undefined };
};

/** A·P = U·R from rank-revealing QR, cut off after r rows; then Rᵀ = Z·Tᵀ, and V = P·Z. */
const revealed = (
  a: Float64Array,
  m: number,
  n: number,
  tolerance: number,
  given: number | undefined,
): Complete => {
  const { reduced, rank, rest } = revealing(a, m, n, tolerance, given);
  const rows = upperRows(reduced.packed, rank, n);
  const { q, r } = thinFactors(reflections(transposed(rows, rank, n), n, rank));
  return {
    m,
    n,
    rank,
    U: orthonormalColumns(reduced, rank),
    T: transposed(r, rank, rank),
    lower: true,
    V: rowsBack(q, reduced.order, rank),
    rest,
  };
};

/** The first r rows of R. */
const upperRows = (packed: Float64Array, r: number, n: number): Float64Array => {
  const rows = new Float64Array(r * n);
  for (let i = 0; i < r; i++) rows.set(packed.subarray(i * n + i, (i + 1) * n), i * n + i);
  return rows;
};

/** P·Z: row i of Z is row order[i] of the result. */
const rowsBack = (z: Float64Array, order: Int32Array, r: number): Float64Array => {
  const v = new Float64Array(z.length);
  order.forEach((row, i) => v.set(z.subarray(i * r, (i + 1) * r), row * r));
  return v;
};

/** A⁺·B = V·T⁻¹·Uᵀ·B for B m×c, or (Aᵀ)⁺·B = U·T⁻ᵀ·Vᵀ·B for B n×c if `adjoint`. */
export const applyPseudoinverse = (
  { m, n, rank, U, T, lower, V }: Complete,
  b: Float64Array,
  c: number,
  adjoint: boolean,
): Float64Array => {
  const [into, from, to, size] = adjoint ? [V, U, m, n] : [U, V, n, m];
  const y =
    into === undefined
      ? b.slice()
      : productOfViews(flipped(rowsOf(into, rank)), rowsOf(b, c), rank, size, c);
  const triangle = adjoint ? flipped(rowsOf(T, rank)) : rowsOf(T, rank);
  substituteTriangle(triangle, rank, rowsOf(y, c), c, lower !== adjoint, false);
  return from === undefined ? y : product(from, y, to, rank, c);
};

/** A⁺ = V·T⁻¹·Uᵀ, n×m. */
export const pseudoinverse = ({ m, n, rank, U, T, lower, V }: Complete): Float64Array => {
  const y = U === undefined ? identity(m) : transposed(U, m, rank);
  substituteTriangle(rowsOf(T, rank), rank, rowsOf(y, m), m, lower, false);
  return V === undefined ? y : product(V, y, n, rank, m);
};

const identity = (n: number): Float64Array => {
  const I = new Float64Array(n * n);
  for (let i = 0; i < n; i++) I[i * (n + 1)] = 1;
  return I;
};
