import emlapack from "emlapack";
import { type Routines, type Square, magnitudes, tabulated } from "../problems/dense.ts";

/** Its heap cannot grow: one piece of it is used anew for each problem. */
const room = 11e6;
const start = emlapack._malloc(room);
let next = start;

/** So many doubles. @throws Error when the piece is used up. */
const doubles = (length: number): Float64Array => {
  const from = next;
  next += 8 * length;
  if (next > start + room) throw new Error("emlapack: expected a smaller problem, got no room");
  return new Float64Array(emlapack.HEAPF64.buffer, from, length);
};

/** The address of one integer, which counts as a double so that all stay aligned. */
const integer = (value: number): number => {
  const cell = doubles(1).byteOffset;
  emlapack.setValue(cell, value, "i32");
  return cell;
};

const letter = (text: "A" | "L" | "N" | "S" | "U" | "V"): number => {
  const cell = integer(0);
  emlapack.setValue(cell, text.charCodeAt(0), "i8");
  return cell;
};

/** Column by column, as LAPACK has it. */
const columns = ({ n, data }: Square): Float64Array =>
  tabulated(n, (j, i) => data[i * n + j]!).data;

/** A problem in the heap: what LAPACK overwrites is filled before every call. */
const problem = (A: Square) => {
  next = start;
  const { n } = A;
  const source = columns(A);
  const a = doubles(n * n);
  return { n, size: integer(n), info: integer(0), a, fill: () => a.set(source) };
};

/** The best size of the workspace, as the routine itself tells it, and the workspace. */
const workspace = (query: (work: number, length: number) => void): readonly [number, number] => {
  const length = integer(-1);
  const answer = doubles(1);
  query(answer.byteOffset, length);
  const size = answer[0]!;
  emlapack.setValue(length, size, "i32");
  return [doubles(size).byteOffset, length];
};

/** LAPACK compiled to asm.js; its products are not exported. */
export const emLapack: Routines = {
  solve: ({ A, b }) => {
    const { n, size, info, a, fill } = problem(A);
    const [x, pivots, one] = [doubles(n), doubles(n), integer(1)];
    return () => {
      fill();
      x.set(b);
      emlapack._dgesv_(size, one, a.byteOffset, size, pivots.byteOffset, x.byteOffset, size, info);
      return x;
    };
  },
  cholesky: ({ definite }) => {
    const { n, size, info, a, fill } = problem(definite);
    const lower = letter("L");
    return () => {
      fill();
      emlapack._dpotrf_(lower, size, a.byteOffset, size, info);
      return () => tabulated(n, (i, j) => (j > i ? 0 : a[j * n + i]!)).data;
    };
  },
  qr: ({ A }) => {
    const { n, size, info, a, fill } = problem(A);
    const [tau, R] = [doubles(n).byteOffset, new Float64Array(n * n)];
    const [work, length] = workspace((work, length) => {
      emlapack._dgeqrf_(size, size, a.byteOffset, size, tau, work, length, info);
    });
    return () => {
      fill();
      emlapack._dgeqrf_(size, size, a.byteOffset, size, tau, work, length, info);
      R.set(a);
      emlapack._dorgqr_(size, size, size, a.byteOffset, size, tau, work, length, info);
      return () => magnitudes(n, (i, j) => R[j * n + i]!);
    };
  },
  eigh: ({ symmetric }) => {
    const { n, size, info, a, fill } = problem(symmetric);
    const [values, vectors, lower] = [doubles(n), letter("V"), letter("L")];
    const [work, length] = workspace((work, length) => {
      const ask = [integer(0), integer(-1)] as const;
      emlapack._dsyevd_(
        vectors,
        lower,
        size,
        a.byteOffset,
        size,
        values.byteOffset,
        work,
        length,
        ...ask,
        info,
      );
    });
    const few = 3 + 5 * n;
    const integers = [doubles(few).byteOffset, integer(few)] as const;
    return () => {
      fill();
      emlapack._dsyevd_(
        vectors,
        lower,
        size,
        a.byteOffset,
        size,
        values.byteOffset,
        work,
        length,
        ...integers,
        info,
      );
      return values;
    };
  },
  svd: ({ A }) => {
    const { n, size, info, a, fill } = problem(A);
    const [s, U, Vt] = [doubles(n), doubles(n * n), doubles(n * n)];
    const [thin, integers] = [letter("S"), doubles(8 * n).byteOffset];
    const run = (work: number, length: number): void => {
      emlapack._dgesdd_(
        thin,
        size,
        size,
        a.byteOffset,
        size,
        s.byteOffset,
        U.byteOffset,
        size,
        Vt.byteOffset,
        size,
        work,
        length,
        integers,
        info,
      );
    };
    const [work, length] = workspace(run);
    return () => {
      fill();
      run(work, length);
      return s;
    };
  },
};
