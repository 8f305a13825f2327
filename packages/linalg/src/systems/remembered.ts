import { type Plain, Matrix, entriesOf, shapeOf } from "@jacobian/core";
import { finiteEntries } from "../finite.ts";
import { squareSize } from "../shapes.ts";

interface Memory<F> {
  /** The matrix that the facts are about: a caller may have written into the original since. */
  readonly kept: Matrix;
  readonly facts: F;
}

export const same = (a: Float64Array, b: Float64Array): boolean => {
  if (a === b) return true;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};

/** Up to this size it takes longer to remember than to factor again (measured, with `solve`). */
const tiny = 16;

/** What is known of square matrices of finite entries. */
export interface Remembered<F> {
  /** @throws ShapeError unless A is square; DomainError for an entry that is NaN or infinite. */
  readonly of: (operation: string, A: Plain) => F;
  /** The matrix as it is now, of which the same is known and into which nobody writes. */
  readonly kept: (operation: string, A: Plain) => Matrix;
}

/**
 * What `study` finds out about a matrix, once for as long as the matrix keeps its entries: a value, its
 * tangents and its adjoints share one factorization. To compare the entries costs O(n²).
 */
export const remembered = <F>(study: (A: Matrix) => F): Remembered<F> => {
  const known = new WeakMap<Float64Array, Memory<F>>();
  const memoryOf = (operation: string, A: Plain): Memory<F> => {
    const n = squareSize(operation, shapeOf(A));
    const entries = entriesOf(A);
    const before = known.get(entries);
    if (before !== undefined && same(before.kept.data, entries)) return before;
    finiteEntries(operation, A);
    const kept = new Matrix(n, n, entries.slice());
    const memory = { kept, facts: study(kept) };
    if (n > tiny) known.set(entries, memory);
    return memory;
  };
  return {
    of: (operation, A) => memoryOf(operation, A).facts,
    kept: (operation, A) => {
      const memory = memoryOf(operation, A);
      known.set(memory.kept.data, memory);
      return memory.kept;
    },
  };
};

/** The result of `make`, made when it is first asked for. */
export const lazily = <T extends object | number | boolean>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
