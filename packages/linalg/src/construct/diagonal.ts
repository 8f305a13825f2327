import {
  type Gather,
  type MatrixValue,
  type Scalar,
  type Shape,
  type Value,
  type Vector,
  Matrix,
  scatter,
  sum,
  take,
} from "@jacobian/core";
import { counted } from "./counted.ts";
import { matrixShape, operandShape, squareSize, vectorLength } from "../shapes.ts";

/** Where the diagonal of a matrix of this shape stands in its entries. */
const places = (cols: number, length: number): Int32Array =>
  Int32Array.from({ length }, (_, i) => i * (cols + 1));

const diagonalOf = (shape: Shape): Gather => {
  const [rows, cols] = matrixShape("diagonal", shape);
  const length = Math.min(rows, cols);
  return { index: places(cols, length), shape: [length] };
};

/**
 * The identity matrix I, n×n.
 * @throws DomainError unless n is a whole number ≥ 0.
 * @example
 * identity(2); // Matrix 2×2 [1 0] [0 1]
 */
export const identity = (n: number): Matrix => {
  const I = new Matrix(counted("identity", "rows", n), n);
  for (const place of places(n, n)) I.data[place] = 1;
  return I;
};

interface Diagonal {
  (A: Matrix): Float64Array;
  (A: MatrixValue): Vector;
  (A: Value): Value;
}

/**
 * The diagonal of a matrix, min(m, n) entries. Linear; the adjoint has them on its diagonal
 * (docs/rules.md (1.17)).
 * @throws ShapeError for what is no matrix.
 * @example
 * diagonal(matrix([[1, 2], [3, 4]])); // Float64Array(2) [ 1, 4 ]
 */
// The overloads say that the diagonal is a vector.
export const diagonal = ((A: Value): Value =>
  take(A, diagonalOf(operandShape("diagonal", A)))) as Diagonal;

interface DiagonalMatrix {
  (x: Float64Array): Matrix;
  (x: Vector): MatrixValue;
  (x: Value): Value;
}

/**
 * The n×n matrix with x on its diagonal and 0 elsewhere. Linear, with x̄ the diagonal of the
 * adjoint (docs/rules.md (1.17)).
 * @throws ShapeError for what is no vector.
 * @example
 * diagonalMatrix(Float64Array.of(1, 2)); // Matrix 2×2 [1 0] [0 2]
 */
// The overloads say that a vector gives a matrix.
export const diagonalMatrix = ((x: Value): Value => {
  const n = vectorLength("diagonalMatrix", operandShape("diagonalMatrix", x));
  return scatter(x, { index: places(n, n), shape: [n, n] });
}) as DiagonalMatrix;

interface Trace {
  (A: Matrix): number;
  (A: MatrixValue): Scalar;
  (A: Value): Value;
}

/**
 * The sum of the diagonal of a square matrix; 0 for a 0×0 matrix. Linear, with Ā = z̄·I
 * (docs/rules.md (1.18)).
 * @throws ShapeError unless A is square.
 * @example
 * trace(matrix([[1, 2], [3, 4]])); // 5
 */
// The overloads say that a matrix gives a scalar.
export const trace = ((A: Value): Value => {
  const n = squareSize("trace", operandShape("trace", A));
  return sum(take(A, { index: places(n, n), shape: [n] }));
}) as Trace;
