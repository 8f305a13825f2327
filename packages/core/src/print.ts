import type { Matrix } from "./matrix.ts";

const shown = 8;
const edge = 4;

/** Six significant digits: enough to recognise a number, few enough to read a table of them. */
export const printNumber = (x: number): string => {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return Object.is(x, -0) ? "-0" : String(x);
  const [digits = "", exponent] = x.toPrecision(6).split("e");
  const short = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
  return exponent === undefined ? short : `${short}e${Number(exponent)}`;
};

const picked = (n: number): number[] => {
  const all = Array.from({ length: n }, (_, i) => i);
  return n <= shown ? all : [...all.slice(0, edge), -1, ...all.slice(n - edge)];
};

/** A line for the shape, a line for each row; rows and columns beyond eight are elided. */
export const printMatrix = ({ rows, cols, data }: Matrix): string => {
  const columns = picked(cols);
  const cells = picked(rows).map((i) =>
    columns.map((j) => (i < 0 ? "⋮" : j < 0 ? "…" : printNumber(data[i * cols + j] ?? NaN))),
  );
  const widths = columns.map((_, k) => Math.max(...cells.map((row) => (row[k] ?? "").length)));
  const lines = cells.map(
    (row) => `  [${row.map((cell, k) => cell.padStart(widths[k] ?? 0)).join("  ")}]`,
  );
  return [`Matrix ${rows}×${cols}`, ...(cols > 0 ? lines : [])].join("\n");
};

/** `Vector 3 [1, 2, 3]`; entries beyond eight are elided. */
export const printVector = (x: Float64Array): string => {
  const entries = picked(x.length).map((i) => (i < 0 ? "…" : printNumber(x[i] ?? NaN)));
  return `Vector ${x.length} [${entries.join(", ")}]`;
};
