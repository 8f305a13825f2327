import { take } from "./gathering.ts";
import type { MatrixValue, Value } from "../value.ts";

/**
 * The matrix of this size whose columns stand one after another in `entries`.
 * @example
 * fromColumns(Float64Array.of(1, 2, 3, 4), 2, 2); // Matrix 2×2 [1 3] [2 4]
 */
export const fromColumns = (entries: Value, rows: number, cols: number): MatrixValue => {
  const index = new Int32Array(rows * cols);
  for (let k = 0; k < index.length; k++) index[k] = (k % cols) * rows + Math.floor(k / cols);
  // `take` makes what its shape says.
  return take(entries, { index, shape: [rows, cols] }) as MatrixValue;
};
