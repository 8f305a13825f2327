import type { Matrix } from "jacobian";

/** Three digits are enough to compare; TeX has its own minus. */
const entry = (x: number): string => String(Number(x.toFixed(3)));

export const matrixTex = (rows: readonly (readonly string[])[]): string =>
  `\\begin{pmatrix}${rows.map((row) => row.join(" & ")).join(" \\\\ ")}\\end{pmatrix}`;

/** A matrix of numbers as TeX. */
export const numbersTex = ({ rows, cols, data }: Matrix): string =>
  matrixTex(
    Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)].map(entry)),
  );
