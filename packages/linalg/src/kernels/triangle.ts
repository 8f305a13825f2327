import { accumulate } from "./accumulate.ts";
import { substituteThin } from "./thin-triangle.ts";
import { type View, beyond } from "./view.ts";

/** Triangles up to this size are solved row by row. */
const leaf = 8;

/** Fewer right-hand sides than this are solved one by one. */
const thin = 3;

/**
 * X becomes T⁻¹·X for T n×n, lower or upper triangular, and X n×m; 1 stands on the diagonal of T if `unit`. By
 * halves: what the first half of X says of the second is one product of matrices.
 */
export const substituteTriangle = (
  T: View,
  n: number,
  X: View,
  m: number,
  lower: boolean,
  unit: boolean,
): void => {
  if (m < thin) {
    substituteThin(T, n, X, m, lower, unit);
    return;
  }
  if (n <= leaf) {
    substituteRows(T, n, X, m, lower, unit);
    return;
  }
  const half = 4 * Math.ceil(n / 8);
  const corner = beyond(T, half, half);
  const below = beyond(X, half, 0);
  if (lower) substituteTriangle(T, half, X, m, lower, unit);
  else substituteTriangle(corner, n - half, below, m, lower, unit);
  if (lower) accumulate(below, beyond(T, half, 0), X, n - half, half, m, -1);
  else accumulate(X, beyond(T, 0, half), below, half, n - half, m, -1);
  if (lower) substituteTriangle(corner, n - half, below, m, lower, unit);
  else substituteTriangle(T, half, X, m, lower, unit);
};

/** Row by row of X: what the rows before leave of it, divided by the entry on the diagonal. */
const substituteRows = (
  T: View,
  n: number,
  X: View,
  m: number,
  lower: boolean,
  unit: boolean,
): void => {
  for (let done = 0; done < n; done++) {
    const i = lower ? done : n - 1 - done;
    const first = lower ? 0 : i + 1;
    accumulate(beyond(X, i, 0), beyond(T, i, first), beyond(X, first, 0), 1, done, m, -1);
    if (unit) continue;
    const pivot = T.data[T.start + i * (T.down + T.right)]!;
    let at = X.start + i * X.down;
    for (let j = 0; j < m; j++) {
      X.data[at]! /= pivot;
      at += X.right;
    }
  }
};
