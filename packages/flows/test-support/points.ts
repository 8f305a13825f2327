import type { Matrix } from "jacobian";
import { randomMatrix } from "jacobian";

/** Column j of a matrix. */
export const point = (X: Matrix, j: number): Float64Array =>
  Float64Array.from({ length: X.rows }, (_, i) => X.data[i * X.cols + j]!);

/** Points of d coordinates around 0. */
export const cloud = (d: number, count: number, seed = 1): Matrix =>
  randomMatrix(d, count, { seed, distribution: "normal" });
