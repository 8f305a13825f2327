import { gather } from "./indexing.ts";
import { stack } from "./stack.ts";
import type { MatrixValue, Value } from "../value.ts";

/** The matrix whose columns are these values, each of `rows` entries in its own order. */
export const fromColumns = (columns: readonly Value[], rows: number): MatrixValue => {
  const cols = columns.length;
  const [flat] = stack(columns, [rows * cols]);
  const rowMajor = Int32Array.from(
    { length: rows * cols },
    (_, k) => (k % cols) * rows + Math.floor(k / cols),
  );
  const [A] = stack([gather(flat as Float64Array, rowMajor)], [rows, cols]);
  // `stack` makes what its shape says.
  return A as MatrixValue;
};
