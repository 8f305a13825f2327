import { Matrix, SingularMatrixError } from "@jacobian/core";
import {
  diagonalMatrix,
  eigh,
  identity,
  lu,
  matmul,
  qr,
  solve,
  svd,
  symmetricPart,
  timesTransposed,
  transposedTimes,
} from "@jacobian/linalg";
import { holds } from "@tooling/vitest/holds";
import fc from "fast-check";
import { whereDefined } from "./differences.ts";
import { largest } from "./numbers.ts";

// Random matrices, singular ones and ones of very different entries among them: whatever their condition, the factors
// give back the matrix to rounding, relative to its largest entry, and orthogonal factors are orthogonal.

const entry = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -12, max: 12 }))
    .map(([digit, power]) => digit * 10 ** power),
);

const matrixOf = (rows: number, cols: number): fc.Arbitrary<Matrix> =>
  fc
    .array(entry, { minLength: rows * cols, maxLength: rows * cols })
    .map((entries) => new Matrix(rows, cols, Float64Array.from(entries)));

const size = fc.integer({ min: 1, max: 6 });
const any = fc.tuple(size, size).chain(([m, n]) => matrixOf(m, n));
const square = size.chain((n) => matrixOf(n, n));

/** For up to six rows: a backward stable algorithm stays some n² roundings from the matrix. */
const rounding = 200 * Number.EPSILON;

/** What underflow may leave, since below 2⁻¹⁰²² every rounding is a part of the smallest number. */
const underflow = 200 * Number.MIN_VALUE;

const near = (A: Matrix, B: Matrix, scale: number): boolean =>
  largest(Array.from(A.data, (a, k) => a - (B.data[k] ?? NaN))) <= rounding * scale + underflow;

const sizeOf = (A: Matrix): number => largest(Array.from(A.data));
const orthonormal = (Q: Matrix): boolean => near(transposedTimes(Q, Q), identity(Q.cols), 1);

const trials = { few: 300, many: 5000, print: String };

holds(
  "A = Q·R, with orthonormal columns",
  fc.property(any, (A) => {
    const { Q, R } = qr(A);
    return orthonormal(Q) && near(matmul(Q, R), A, sizeOf(A));
  }),
  trials,
);

holds(
  "A = U·diag(s)·Vᵀ, with orthonormal columns and descending s",
  fc.property(any, (A) => {
    const { U, s, V } = svd(A);
    const descend = s.every((value, k) => value >= (s[k + 1] ?? 0));
    const product = timesTransposed(matmul(U, diagonalMatrix(s)), V);
    return descend && orthonormal(U) && orthonormal(V) && near(product, A, sizeOf(A));
  }),
  trials,
);

holds(
  "A·V = V·diag(λ) for a symmetric A",
  fc.property(square, (B) => {
    const A = symmetricPart(B);
    const { values, vectors } = eigh(A);
    const product = timesTransposed(matmul(vectors, diagonalMatrix(values)), vectors);
    return orthonormal(vectors) && near(product, A, sizeOf(A));
  }),
  trials,
);

holds(
  "P·A = L·U",
  fc.property(square, (A) =>
    whereDefined(() => lu(A)).every(({ L, U, permutation }) => {
      const rows = Array.from(permutation, (i) => A.data.subarray(i * A.cols, (i + 1) * A.cols));
      const permuted = new Matrix(A.rows, A.cols, Float64Array.from(rows.flatMap((r) => [...r])));
      // Partial pivoting may make the entries of U grow.
      return near(matmul(L, U), permuted, Math.max(sizeOf(A), sizeOf(U)));
    }),
  ),
  trials,
);

holds(
  "a solution leaves a small residual, or A is refused as singular",
  fc.property(square, (A) => {
    const b = Float64Array.from({ length: A.rows }, (_, k) => 1 + k);
    try {
      const x = solve(A, b);
      const residual = matmul(A, new Matrix(A.cols, 1, x));
      const scale = sizeOf(A) * largest(Array.from(x)) + A.rows;
      return near(residual, new Matrix(A.rows, 1, b), 10 * scale);
    } catch (error) {
      return error instanceof SingularMatrixError;
    }
  }),
  trials,
);
