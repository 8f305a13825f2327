import type * as Jax from "@jax-js/jax";
import { type Routines, type Square, ascending } from "../problems/dense.ts";

// Its code names Float16Array wherever it makes an array of numbers, and Node 20 has none. A class of
// that name, which nothing here is an instance of, lets it run.
Object.assign(globalThis, { Float16Array: class extends Uint16Array {} });

const jax: typeof Jax = await import("@jax-js/jax");
await jax.init("wasm");
jax.defaultDevice("wasm");
const { numpy: np } = jax;

const vector = (data: Float64Array, shape: number[] = [data.length]) =>
  np.array(data, { shape, dtype: np.float64 });

const matrix = ({ n, data }: Square) => vector(data, [n, n]);

type NDArray = ReturnType<typeof vector>;

// float64 in, float64 out, which its types do not say; reading is what makes it compute.
const entries = (x: NDArray): Float64Array => x.dataSync() as Float64Array;

/** The values of a decomposition, once its vectors are computed too, and given back. */
const besides = (values: NDArray, ...vectors: readonly NDArray[]): Float64Array => {
  for (const V of vectors) entries(V);
  return entries(values);
};

/** It has no QR. A reference to an array is used up by the function it is given to. */
export const jaxJs: Routines = {
  matmul: ({ A, B }) => {
    const [a, b] = [matrix(A), matrix(B)];
    return () => entries(np.matmul(a.ref, b.ref));
  },
  solve: ({ A, b }) => {
    const [a, right] = [matrix(A), vector(b)];
    return () => entries(np.linalg.solve(a.ref, right.ref));
  },
  cholesky: ({ definite }) => {
    const a = matrix(definite);
    return () => entries(np.linalg.cholesky(a.ref));
  },
  eigh: ({ symmetric }) => {
    const a = matrix(symmetric);
    return () => {
      const [values, vectors] = np.linalg.eigh(a.ref);
      const found = besides(values, vectors);
      return () => ascending(found);
    };
  },
  svd: ({ A }) => {
    const a = matrix(A);
    return () => {
      const [U, s, Vt] = np.linalg.svd(a.ref, { fullMatrices: false });
      return besides(s, U, Vt);
    };
  },
};
