import eig from "eigen";
import {
  type Routines,
  type Square,
  ascending,
  descending,
  magnitudes,
  rows,
  tabulated,
} from "../problems/dense.ts";

await eig.ready;

/** An input, which stays when results are freed. */
const from = (A: readonly number[][]) => {
  const matrix = new eig.Matrix([...A]);
  eig.GC.pushException(matrix);
  return matrix;
};

const square = (A: Square) => from(rows(A));

/** Its memory is its own: every call first frees the results of the last. */
const freeing =
  <T>(call: () => T) =>
  (): T => {
    eig.GC.flush();
    return call();
  };

/** Of solves it has the inverse alone; its eigenvalues are those of any square matrix. */
export const eigen: Routines = {
  matmul: ({ A, B, n }) => {
    const [a, b] = [square(A), square(B)];
    return freeing(() => {
      const C = a.matMul(b);
      return () => tabulated(n, (i, j) => C.get(i, j)).data;
    });
  },
  solve: ({ A, b }) => {
    const [a, right] = [square(A), from(Array.from(b, (x) => [x]))];
    return freeing(() => {
      const x = a.inverse().matMul(right);
      return () => b.map((_, i) => x.get(i, 0));
    });
  },
  cholesky: ({ definite, n }) => {
    const a = square(definite);
    return freeing(() => {
      const { L } = eig.Decompositions.cholesky(a);
      return () => tabulated(n, (i, j) => (j > i ? 0 : L.get(i, j))).data;
    });
  },
  qr: ({ A, n }) => {
    const a = square(A);
    return freeing(() => {
      const { R } = eig.Decompositions.qr(a);
      return () => magnitudes(n, (i, j) => R.get(i, j));
    });
  },
  eigh: ({ symmetric, b }) => {
    const a = square(symmetric);
    return freeing(() => {
      const { eigenvalues } = eig.Solvers.eigenSolve(a, true);
      return () => ascending(b.map((_, i) => eigenvalues.get(i, 0).real()));
    });
  },
  svd: ({ A, b }) => {
    const a = square(A);
    return freeing(() => {
      const { sv } = eig.Decompositions.svd(a, true);
      return () => descending(b.map((_, i) => sv.get(i, 0)));
    });
  },
};
