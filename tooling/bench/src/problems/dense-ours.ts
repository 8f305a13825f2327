import { Matrix } from "@jacobian/core";
import { cholesky, eigh, matmul, qr, solve, svd } from "@jacobian/linalg";
import { type Routines, type Square, magnitudes } from "./dense.ts";

/** A matrix not seen before: of one that it has just met, a package may still know the factors. */
const anew = ({ n, data }: Square): Matrix => new Matrix(n, n, data.slice());

/** The routines of this workspace. */
export const ours: Required<Routines> = {
  matmul: ({ A, B }) => {
    const [a, b] = [anew(A), anew(B)];
    return () => matmul(a, b).data;
  },
  solve: (given) => () => solve(anew(given.A), given.b),
  cholesky: (given) => () => cholesky(anew(given.definite)).data,
  qr: (given) => () => {
    const { R } = qr(anew(given.A));
    return () => magnitudes(given.n, (i, j) => R.at(i, j));
  },
  eigh: (given) => () => eigh(anew(given.symmetric)).values,
  svd: (given) => () => svd(anew(given.A)).s,
};
