import numeric from "numeric";
import { type Routines, ascending, rows } from "../problems/dense.ts";

/** It has no Cholesky factorisation and no QR; its eigenvalues are those of any square matrix. */
export const numericJs: Routines = {
  matmul: ({ A, B }) => {
    const [a, b] = [rows(A), rows(B)];
    return () => {
      const C = numeric.dot(a, b);
      return () => C.flat();
    };
  },
  solve: ({ A, b }) => {
    const [a, right] = [rows(A), Array.from(b)];
    return () => numeric.solve(a, right);
  },
  eigh: ({ symmetric }) => {
    const a = rows(symmetric);
    return () => {
      const { lambda } = numeric.eig(a);
      return () => ascending(lambda.x);
    };
  },
  svd: ({ A }) => {
    const a = rows(A);
    return () => numeric.svd(a).S;
  },
};
