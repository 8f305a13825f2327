import { type Matrix, eigs, lusolve, matrix, multiply, qr } from "mathjs";
import { type Routines, type Square, ascending, magnitudes, rows } from "../problems/dense.ts";

const from = (A: Square): Matrix => matrix(rows(A));

/** Row arrays, as they stand in the matrix: its lists are deeper than its types can say. */
const entries = (A: Matrix): number[][] => A.valueOf() as number[][];

/** It has neither a Cholesky factorisation nor singular values. */
export const mathjs: Routines = {
  matmul: ({ A, B }) => {
    const [a, b] = [from(A), from(B)];
    return () => {
      const C = multiply(a, b);
      return () => entries(C).flat();
    };
  },
  solve: ({ A, b }) => {
    const [a, right] = [from(A), matrix(Array.from(b))];
    return () => {
      const x = lusolve(a, right);
      return () => entries(x).flat();
    };
  },
  qr: ({ A, n }) => {
    const a = from(A);
    return () => {
      const { R } = qr(a);
      // A matrix in gives matrices out.
      return () => magnitudes(n, (i, j) => entries(R as Matrix)[i]![j]!);
    };
  },
  eigh: ({ symmetric }) => {
    const a = from(symmetric);
    return () => {
      const { values } = eigs(a);
      // A real symmetric matrix gives numbers.
      return () => ascending((values as Matrix).valueOf() as number[]);
    };
  },
};
