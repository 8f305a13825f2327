import type { View } from "./accumulate.ts";

/** X becomes T⁻¹·X for X n×m row by row and T triangular, read by its strides; 1 stands on its diagonal if `unit`. */
export const substituteTriangle = (
  T: View,
  n: number,
  x: Float64Array,
  m: number,
  lower: boolean,
  unit: boolean,
): void => {
  for (let step = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    const row = T.start + i * T.down;
    for (let before = 0; before < step; before++) {
      const k = lower ? before : n - 1 - before;
      const factor = T.data[row + k * T.right]!;
      for (let j = 0; j < m; j++) x[i * m + j]! -= factor * x[k * m + j]!;
    }
    if (unit) continue;
    const pivot = T.data[row + i * T.right]!;
    for (let j = 0; j < m; j++) x[i * m + j]! /= pivot;
  }
};
