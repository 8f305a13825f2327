import {
  type MatrixValue,
  type Matrix,
  type Plain,
  type StructuredRule,
  type Value,
  DomainError,
  callable,
  describeShape,
  plainOf,
  shapeOf,
  structured,
} from "@jacobian/core";
import { finiteEntries } from "../finite.ts";
import { largestMagnitude, unitOf } from "../kernels/exponent.ts";
import { type Reflections, reflections, thinFactors } from "../kernels/qr.ts";
import { matrixShape } from "../shapes.ts";
import { adjointOfFactors, tangentsOfFactors } from "./qr-calculus.ts";

/** A = Q·R */
export interface QR<M extends MatrixValue> {
  /** m×k with orthonormal columns, k = min(m, n). */
  readonly Q: M;
  /** k×n, upper triangular, with a diagonal ≥ 0. */
  readonly R: M;
}

interface Orthogonalize {
  (A: Matrix): QR<Matrix>;
  (A: MatrixValue): QR<MatrixValue>;
}

type Reduce<F> = (a: Float64Array, m: number, n: number) => F;

interface Thin<F> {
  readonly q: Float64Array;
  readonly r: Float64Array;
  readonly reduced: F;
}

/** Q and R of the matrix of these entries times a power of two. */
const factorsIn = <F extends Reflections>(
  unit: number,
  entries: Float64Array,
  m: number,
  n: number,
  reduce: Reduce<F>,
): Thin<F> => {
  const reduced = reduce(unit === 1 ? entries : entries.map((entry) => entry / unit), m, n);
  const { q, r } = thinFactors(reduced);
  return { q, r: unit === 1 ? r : r.map((entry) => entry * unit), reduced };
};

/**
 * Q and R from what `reduce` makes of A. A is scaled down only if reflections overflow, since columns of which all
 * entries are small would underflow.
 * @throws DomainError for NaN or ∞ in A, or if R leaves the range of float64.
 */
export const factorsBy = <F extends Reflections>(
  operation: string,
  A: Plain,
  reduce: Reduce<F>,
): { Q: Plain; R: Plain; reduced: F } => {
  const [m, n] = matrixShape(operation, shapeOf(A));
  const k = Math.min(m, n);
  const entries = finiteEntries(operation, A);
  const unit = unitOf(entries);
  const overflows = ({ r }: Thin<F>): boolean => unit > 1 && !r.every(Number.isFinite);
  let factors = factorsIn(Math.min(unit, 1), entries, m, n, reduce);
  if (overflows(factors)) factors = factorsIn(unit, entries, m, n, reduce);
  const { q, r, reduced } = factors;
  if (!overflows(factors)) return { Q: plainOf([m, k], q), R: plainOf([k, n], r), reduced };
  throw new DomainError(
    `${operation}: expected a matrix whose columns have lengths in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entries).toPrecision(2)}; scale it down first`,
  );
};

const factorization = /*#__PURE__*/ structured("qr", {
  value: ([A = NaN]) => {
    const { Q, R } = factorsBy("qr", A, reflections);
    return [Q, R];
  },
  shape: ([a = []]) => {
    const [m, n] = matrixShape("qr", a);
    const k = Math.min(m, n);
    return [
      [m, k],
      [k, n],
    ];
  },
  pushforward: ([dA = NaN], _inputs, [Q = NaN, R = NaN]) => tangentsOfFactors("qr", dA, Q, R),
  pullback: ([QBar = NaN, RBar = NaN], _inputs, [Q = NaN, R = NaN]) => [
    adjointOfFactors("qr", QBar, RBar, Q, R),
  ],
});

/**
 * The thin factorization A = Q·R of any m×n matrix by Householder reflections: Q is m×k with orthonormal
 * columns, R is k×n and upper triangular with a diagonal ≥ 0, k = min(m, n). They are unique, and have
 * derivatives, where the first k columns of A are independent. With C = Qᵀ·Ȧ·R⁻¹ and the skew
 * Ω = low(C) − low(C)ᵀ, Q̇ = Q·Ω + (I − Q·Qᵀ)·Ȧ·R⁻¹ and Ṙ = Qᵀ·Ȧ − Ω·R, where Ȧ and R are whole in Ṙ, and
 * in C and Q̇ their first k columns (Walter & Lehmann 2010; docs/rules.md (5.5), (5.6), (5.11)).
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, or if R leaves the range of
 * float64; SingularMatrixError in the derivative if one of the first k columns depends on those before it.
 * @example
 * qr(matrix([[3, 1], [4, 2]])).R; // Matrix 2×2 [5 2.2] [0 0.4]
 */
export const qr: Orthogonalize & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  factorization,
  ((A: Value) => {
    const [Q, R] = factorization([A]);
    return { Q, R };
    // The overloads say that a matrix gives two matrices.
  }) as Orthogonalize,
);
