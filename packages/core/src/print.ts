import type { Matrix } from "./matrix.ts";

/** So many rows and columns are shown at each end of a large matrix. */
const edge = 4;

/** Six significant digits: enough to recognise a number, few enough to read a table of them. */
export const printNumber = (x: number): string => {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return Object.is(x, -0) ? "-0" : String(x);
  const [digits, exponent] = x.toPrecision(6).split("e").map(Number);
  return exponent === undefined ? String(digits) : `${digits}e${exponent}`;
};

/** The positions that are shown; −1 stands for those between. */
const picked = (n: number): number[] => {
  const all = Array.from({ length: n }, (_, i) => i);
  if (n > 2 * edge) all.splice(edge, n - 2 * edge, -1);
  return all;
};

/** The cells of a column, their points below each other; powers of ten have no place there, but at the edge. */
const aligned = (cells: readonly string[]): string[] => {
  const tails = cells.map((cell) =>
    cell.includes("e") ? NaN : cell.length - `${cell}.`.indexOf("."),
  );
  const after = tails.reduce((most, tail) => (tail > most ? tail : most), 0);
  const padded = cells.map((cell, k) => cell + " ".repeat(after - tails[k]! || 0));
  const width = Math.max(...padded.map((cell) => cell.length));
  return padded.map((cell) => cell.padStart(width));
};

/** A line for the shape, a line for each row; rows and columns beyond eight are elided. */
export const printMatrix = ({ rows, cols, data }: Matrix): string => {
  const lines = picked(rows);
  const columns = picked(cols).map((j) =>
    aligned(
      lines.map((i) => {
        if (i < 0) return j < 0 ? "⋱" : "⋮";
        return j < 0 ? "…" : printNumber(data[i * cols + j] ?? NaN);
      }),
    ),
  );
  const text = lines.map((_, k) => `\n  [${columns.map((cells) => cells[k]).join("  ")}]`);
  return `Matrix ${rows}×${cols}${cols > 0 ? text.join("") : ""}`;
};

/** `Vector 3 [1, 2, 3]`; entries beyond eight are elided. */
export const printVector = (x: Float64Array): string => {
  const entries = picked(x.length).map((i) => (i < 0 ? "…" : printNumber(x[i] ?? NaN)));
  return `Vector ${x.length} [${entries.join(", ")}]`;
};
