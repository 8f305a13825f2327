import { Matrix } from "@jacobian/core";

// The definitions, as slow as they are plain.

const table = (m: number, n: number, entry: (i: number, j: number) => number): Matrix =>
  Matrix.fromRows(
    Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => entry(i, j))),
  );

/** Cᵢⱼ = Σₖ Aᵢₖ·Bₖⱼ */
export const naiveProduct = (A: Matrix, B: Matrix): Matrix => {
  const C = new Matrix(A.rows, B.cols);
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < B.cols; j++) {
      for (let k = 0; k < A.cols; k++) C.data[i * B.cols + j]! += A.at(i, k) * B.at(k, j);
    }
  }
  return C;
};

const minor = (A: Matrix, row: number, column: number): Matrix =>
  table(A.rows - 1, A.cols - 1, (i, j) => A.at(i < row ? i : i + 1, j < column ? j : j + 1));

/** Laplace's expansion along the first row. */
export const laplace = (A: Matrix): number => {
  let sum = A.rows === 0 ? 1 : 0;
  for (let j = 0; j < A.cols; j++) sum += (-1) ** j * A.at(0, j) * laplace(minor(A, 0, j));
  return sum;
};

/** Entry (i, j) is ±the determinant without row i and column j. */
export const cofactorsByMinors = (A: Matrix): Matrix =>
  table(A.rows, A.cols, (i, j) => (-1) ** (i + j) * laplace(minor(A, i, j)));

/** Cramer's rule: adj(A)/det A. */
export const inverseByCofactors = (A: Matrix): Matrix => {
  const [cofactors, det] = [cofactorsByMinors(A), laplace(A)];
  return table(A.rows, A.cols, (i, j) => cofactors.at(j, i) / det);
};
