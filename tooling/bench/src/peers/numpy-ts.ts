import * as np from "numpy-ts";
import { type Routines, type Square, ascending, magnitudes } from "../problems/dense.ts";

type NDArray = ReturnType<typeof np.array>;

const from = ({ n, data }: Square): NDArray => np.array(data).reshape(n, n);

// Arrays of float64 hold a Float64Array, which their types do not say.
const entries = (x: Pick<NDArray, "data">): Float64Array => x.data as Float64Array;

// Its types give several results where options would choose another; these are what the call means.
const { qr, svd } = np.linalg as unknown as {
  readonly qr: (A: NDArray) => { readonly q: NDArray; readonly r: NDArray };
  readonly svd: (A: NDArray, full: boolean) => Record<"u" | "s" | "vt", NDArray>;
};

export const numpyTs: Routines = {
  matmul: ({ A, B }) => {
    const [a, b] = [from(A), from(B)];
    return () => entries(np.matmul(a, b));
  },
  solve: ({ A, b }) => {
    const [a, right] = [from(A), np.array(b)];
    return () => entries(np.linalg.solve(a, right));
  },
  cholesky: ({ definite }) => {
    const a = from(definite);
    return () => entries(np.linalg.cholesky(a));
  },
  qr: ({ A, n }) => {
    const a = from(A);
    return () => {
      const { r } = qr(a);
      return () => magnitudes(n, (i, j) => entries(r)[i * n + j]!);
    };
  },
  eigh: ({ symmetric }) => {
    const a = from(symmetric);
    return () => {
      const { w } = np.linalg.eigh(a);
      return () => ascending(entries(w));
    };
  },
  svd: ({ A }) => {
    const a = from(A);
    return () => entries(svd(a, false).s);
  },
};
