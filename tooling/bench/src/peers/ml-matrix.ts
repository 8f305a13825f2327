import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  LuDecomposition,
  Matrix,
  QrDecomposition,
  SingularValueDecomposition,
} from "ml-matrix";
import { type Routines, type Square, ascending, magnitudes, rows } from "../problems/dense.ts";

const from = (A: Square): Matrix => new Matrix(rows(A));

export const mlMatrix: Routines = {
  matmul: ({ A, B }) => {
    const [a, b] = [from(A), from(B)];
    return () => {
      const C = a.mmul(b);
      return () => C.to1DArray();
    };
  },
  solve: ({ A, b }) => {
    const [a, right] = [from(A), Matrix.columnVector(Array.from(b))];
    return () => {
      const x = new LuDecomposition(a).solve(right);
      return () => x.to1DArray();
    };
  },
  cholesky: ({ definite }) => {
    const a = from(definite);
    return () => {
      const L = new CholeskyDecomposition(a).lowerTriangularMatrix;
      return () => L.to1DArray();
    };
  },
  qr: ({ A, n }) => {
    const a = from(A);
    return () => {
      const { orthogonalMatrix, upperTriangularMatrix } = new QrDecomposition(a);
      return () =>
        magnitudes(Math.min(n, orthogonalMatrix.rows), (i, j) => upperTriangularMatrix.get(i, j));
    };
  },
  eigh: ({ symmetric }) => {
    const a = from(symmetric);
    return () => {
      const { realEigenvalues } = new EigenvalueDecomposition(a, { assumeSymmetric: true });
      return () => ascending(realEigenvalues);
    };
  },
  svd: ({ A }) => {
    const a = from(A);
    return () => new SingularValueDecomposition(a).diagonal;
  },
};
