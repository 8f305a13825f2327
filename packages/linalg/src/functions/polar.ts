import {
  type Matrix,
  type MatrixValue,
  type Plain,
  type StructuredRule,
  type Value,
  ShapeError,
  add,
  callable,
  describeShape,
  entriesOf,
  plainOf,
  scale,
  shapeOf,
  structured,
  sub,
} from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { matrixShape } from "../shapes.ts";
import { plainSvd } from "../spectrum/singular-factors.ts";
import { solve } from "../systems/solve.ts";
import { transpose } from "../products/transpose.ts";
import { skewLyapunov } from "./lyapunov.ts";

/** A = U·P */
export interface Polar<M extends MatrixValue> {
  /** m×n with orthonormal columns. */
  readonly U: M;
  /** n×n, symmetric positive semidefinite. */
  readonly P: M;
}

interface Decompose {
  (A: Matrix): Polar<Matrix>;
  (A: MatrixValue): Polar<MatrixValue>;
}

/** U·Vᵀ and V·diag(s)·Vᵀ of the singular value decomposition. */
const plainFactors = (A: Plain): readonly Value[] => {
  const [U, s, V] = plainSvd("polar", A);
  const k = s.length;
  const Vs = plainOf(
    shapeOf(V),
    entriesOf(V).map((entry, at) => entry * s[at % k]!),
  );
  return [timesTransposed(U, V), symmetricPart(timesTransposed(Vs, V))];
};

/** X·P⁻¹ for symmetric P. */
const overFactor = (X: Value, P: Value): Value => transpose(solve(P, transpose(X)));

/** The skew Ω with Ω·P + P·Ω = W − Wᵀ, which is twice the skew part of W. */
const turning = (P: Value, W: Value): Value =>
  // P and W are matrices.
  scale(2, skewLyapunov(P as MatrixValue, W as MatrixValue, "polar"));

/** A = U·P as a rule with the outputs U and P. */
export const polarFactors = /*#__PURE__*/ structured("polar", {
  // Plain factors are plain.
  value: ([A = NaN]) => plainFactors(A) as readonly Plain[],
  shape: ([a = []]) => {
    const [m, n] = matrixShape("polar", a);
    if (m >= n) return [a, [n, n]];
    throw new ShapeError(
      `polar: expected at least as many rows as columns, got ${describeShape(a)}; for P·U take the factors of its transpose`,
    );
  },
  pushforward: ([dA = NaN], _inputs, [U = NaN, P = NaN]) => {
    const [m = 0, n = 0] = shapeOf(U);
    const W = transposedTimes(U, dA);
    const omega = turning(P, W);
    const dU = matmul(U, omega);
    return [
      m === n ? dU : add(dU, overFactor(sub(dA, matmul(U, W)), P)),
      symmetricPart(sub(W, matmul(omega, P))),
    ];
  },
  pullback: ([UBar = NaN, bar = NaN], _inputs, [U = NaN, P = NaN]) => {
    const [m = 0, n = 0] = shapeOf(U);
    const [PBar, uu] = [symmetricPart(bar), transposedTimes(U, UBar)];
    const inner = add(PBar, turning(P, sub(uu, matmul(PBar, P))));
    if (m === n) return [matmul(U, inner)];
    return [add(matmul(U, inner), overFactor(sub(UBar, matmul(U, uu)), P))];
  },
});

/**
 * The polar decomposition A = U·P of an m×n matrix, m ≥ n: U has orthonormal columns and is the nearest
 * such matrix to A, P = (AᵀA)^½ is symmetric positive semidefinite (Higham 2008, chapter 8). With
 * W = Uᵀ·Ȧ and Ω the solution of ΩP + PΩ = W − Wᵀ, U̇ = U·Ω + (I − U·Uᵀ)·Ȧ·P⁻¹ and Ṗ = W − Ω·P
 * (docs/rules.md (10.6)), for repeated singular values too. P is unique; U is where A has full rank, and
 * only there are there derivatives.
 * @throws ShapeError unless m ≥ n; DomainError for NaN or ∞ in A, or if a singular value leaves the range
 * of float64; SingularMatrixError in the derivative unless A has full rank; ConvergenceError if the
 * iteration does not end, which no matrix is known to cause.
 * @example
 * polar(matrix([[0, -2], [3, 0]])).P; // Matrix 2×2 [3 0] [0 2]
 */
export const polar: Decompose & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  polarFactors,
  ((A: Value) => {
    const [U, P] = polarFactors([A]);
    return { U, P };
    // The overloads say that a matrix gives two matrices.
  }) as Decompose,
);
