import { accumulateTiled, tile } from "./tiles.ts";

/** A matrix inside an array: entry (i, j) stands at start + i·down + j·right. */
export interface View {
  readonly data: Float64Array;
  readonly start: number;
  readonly down: number;
  readonly right: number;
}

/** Fewer products than this are not worth packing. */
const few = 2048;

/** C += factor·A·B for A m×k and B k×n; C must not share entries with A or B. */
export const accumulate = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  const tiled = m * k * n >= few && m >= tile && n >= tile;
  (tiled ? accumulateTiled : accumulateRows)(C, A, B, m, k, n, factor);
};

/** Row by row, for what is small or thin. */
const accumulateRows = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  for (let i = 0; i < m; i++) {
    const row = C.start + i * C.down;
    for (let p = 0; p < k; p++) {
      const a = factor * A.data[A.start + i * A.down + p * A.right]!;
      const from = B.start + p * B.down;
      for (let j = 0; j < n; j++) C.data[row + j * C.right]! += a * B.data[from + j * B.right]!;
    }
  }
};
