import {
  type Gather,
  type Matrix,
  type MatrixValue,
  type Structured,
  type StructuredRule,
  type Value,
  add,
  callable,
  entriesOf,
  neg,
  plainOf,
  scatter,
  shapeOf,
  structured,
  sub,
  take,
  value,
  zeros,
} from "@jacobian/core";
import { upperTriangle } from "../construct/triangles.ts";
import { nullBasis } from "../kernels/subspaces.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { transpose } from "../products/transpose.ts";
import { matrixShape } from "../shapes.ts";
import { solveTriangular } from "../systems/solve-triangular.ts";
import { completeOf, rankOf, refuseTruncated } from "./complete.ts";
import { applied } from "./lstsq.ts";
import { type RankOptions, toleranceOf } from "./options.ts";

interface NullSpace {
  (A: Matrix, options?: RankOptions): Matrix;
  (A: MatrixValue, options?: RankOptions): MatrixValue;
}

/** Where the given rows of an n×k matrix stand. */
const rowsAt = (k: number, rows: Float64Array): Gather => {
  const index = new Int32Array(rows.length * k);
  rows.forEach((row, i) => {
    for (let j = 0; j < k; j++) index[i * k + j] = row * k + j;
  });
  return { index, shape: [rows.length, k] };
};

/** A basis and the rows in which it is lower triangular; its static argument is the rank of A. */
const basis: Structured<number> = /*#__PURE__*/ structured<number>("nullSpace", {
  value: ([A = NaN], rank) => {
    const complete = completeOf("nullSpace", A, rank);
    const { basis: N, rows } = nullBasis(complete);
    return [plainOf([complete.n, rows.length], N), Float64Array.from(rows)];
  },
  shape: ([a = []], rank) => {
    const [, n] = matrixShape("nullSpace", a);
    return [[n, n - rank], [n - rank]];
  },
  pushforward: ([dA = NaN], [A = NaN], [N = NaN, rows = NaN], rank) => {
    refuseTruncated("nullSpace", A, rank);
    const { gather, G } = gauge(N, rows);
    const D = neg(applied(A, matmul(dA, N), { rank, transposed: false }));
    const above = upperTriangle(solveTriangular(G, take(D, gather)), 1);
    return [add(D, matmul(N, sub(transpose(above), above))), zeros(shapeOf(rows))];
  },
  pullback: ([bar = NaN], [A = NaN], [N = NaN, rows = NaN], rank) => {
    refuseTruncated("nullSpace", A, rank);
    const { gather, G } = gauge(N, rows);
    const turn = transposedTimes(N, bar);
    const above = upperTriangle(sub(transpose(turn), turn), 1);
    const lifted = solveTriangular(G, above, { transposed: true });
    const DBar = add(bar, scatter(lifted, { index: gather.index, shape: shapeOf(N) }));
    return [neg(timesTransposed(applied(A, DBar, { rank, transposed: true }), N))];
  },
});

/** The rows of N that are lower triangular, and where they stand. */
const gauge = (N: Value, rows: Value): { gather: Gather; G: Value } => {
  const [, k = 0] = shapeOf(N);
  const gather = rowsAt(k, entriesOf(value(rows)));
  return { gather, G: take(N, gather) };
};

/**
 * An orthonormal basis N of the null space of an m×n matrix of rank r, as the n − r columns of an
 * n×(n − r) matrix: A·N = 0. Of all bases it is the one of which certain n − r rows, G, are lower
 * triangular with a positive diagonal, and so a differentiable function of A; these rows and the rank
 * are locally constant. With D = −A⁺·Ȧ·N, B = G⁻¹·D_G and the skew Ω = up(B)ᵀ − up(B), Ṅ = D + N·Ω
 * (docs/rules.md (11.12)).
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, for a tolerance outside
 * [0, 1), or in the derivative if it cuts off more than rounding errors.
 * @example
 * nullSpace(matrix([[4, -3]])); // Matrix 2×1 [0.6] [0.8]
 */
export const nullSpace: NullSpace & { readonly rule: StructuredRule<number> } =
  /*#__PURE__*/ callable(
    basis,
    // The overloads say that a matrix gives a matrix.
    ((A: Value, options?: RankOptions) =>
      basis([A], rankOf("nullSpace", A, toleranceOf("nullSpace", options)))[0]) as NullSpace,
  );
