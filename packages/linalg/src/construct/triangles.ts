import {
  type Matrix,
  type MatrixValue,
  type Linear,
  type Plain,
  type UnaryRule,
  type Value,
  DomainError,
  callable,
  describe,
  entriesOf,
  linear,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { matrixShape } from "../shapes.ts";

interface Triangle {
  (A: Matrix, k?: number): Matrix;
  (A: MatrixValue, k?: number): MatrixValue;
  (A: Value, k?: number): Value;
  readonly rule: UnaryRule<number>;
}

/** Zeros, but for the entries of each row i before column i + k, or from that on. */
const kept = (A: Plain, k: number, part: "before" | "after"): Plain => {
  const [m = 0, n = 0] = shapeOf(A);
  const from = entriesOf(A);
  const to = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    const border = i * n + Math.min(Math.max(i + k, 0), n);
    const [first, last] = part === "before" ? [i * n, border] : [border, (i + 1) * n];
    to.set(from.subarray(first, last), first);
  }
  return plainOf([m, n], to);
};

const offset = (operation: string, k: number): number => {
  if (Number.isInteger(k)) return k;
  throw new DomainError(
    `${operation}: expected a whole number of the diagonal, got ${describe(k)}; 0 is the main one, 1 the next above it, -1 the next below`,
  );
};

/** A projection that keeps entries or puts 0 in their stead is its own transpose. */
const projection = (name: string, value: (A: Plain, k: number) => Plain): Linear<number> => {
  const rule: Linear<number> = linear<number>(name, {
    value: (A, k) => value(A, offset(name, k)),
    shape: (shape, k) => {
      offset(name, k);
      return matrixShape(name, shape);
    },
    adjoint: (bar, _shape, k) => rule(bar, k),
    dependence: "elementwise",
  });
  return rule;
};

const lower = /*#__PURE__*/ projection("lowerTriangle", (A, k) => kept(A, k + 1, "before"));

/**
 * A with 0 above its k-th diagonal: entry (i, j) is kept if j − i ≤ k. Diagonal 0 is the main one, 1 the
 * next above, −1 the next below. Linear, an orthogonal projection and so its own transpose
 * (docs/rules.md (1.19)).
 * @throws ShapeError for what is no matrix; DomainError unless k is a whole number.
 * @example
 * lowerTriangle(matrix([[1, 2], [3, 4]])); // Matrix 2×2 [1 0] [3 4]
 */
export const lowerTriangle: Triangle = /*#__PURE__*/ callable(
  lower,
  // The overloads say that a matrix gives a matrix.
  ((A: Value, k = 0) => lower(A, k)) as Triangle,
);

const upper = /*#__PURE__*/ projection("upperTriangle", (A, k) => kept(A, k, "after"));

/**
 * A with 0 below its k-th diagonal: entry (i, j) is kept if j − i ≥ k. Diagonal 0 is the main one, 1 the
 * next above, −1 the next below. Linear, an orthogonal projection and so its own transpose
 * (docs/rules.md (1.19)).
 * @throws ShapeError for what is no matrix; DomainError unless k is a whole number.
 * @example
 * upperTriangle(matrix([[1, 2], [3, 4]])); // Matrix 2×2 [1 2] [0 4]
 */
export const upperTriangle: Triangle = /*#__PURE__*/ callable(
  upper,
  // The overloads say that a matrix gives a matrix.
  ((A: Value, k = 0) => upper(A, k)) as Triangle,
);
