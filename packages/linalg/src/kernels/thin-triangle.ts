import { growColumn, rowTimesColumn } from "./thin.ts";
import type { View } from "./view.ts";

/** X becomes T⁻¹·X for X of a column or two, along the lines in which T stands. */
export const substituteThin = (
  T: View,
  n: number,
  X: View,
  m: number,
  lower: boolean,
  unit: boolean,
): void => {
  const substitute = T.right <= T.down ? byRows : byColumns;
  for (let j = 0; j < m; j++) substitute(T, n, X, X.start + j * X.right, lower, unit);
};

/** Each entry is what a row of T leaves of it. */
const byRows = (T: View, n: number, X: View, top: number, lower: boolean, unit: boolean): void => {
  for (let done = 0; done < n; done++) {
    const i = lower ? done : n - 1 - done;
    const first = lower ? 0 : i + 1;
    const row = T.start + i * T.down;
    const known = rowTimesColumn(T, row + first * T.right, X, top + first * X.down, done);
    const entry = X.data[top + i * X.down]! - known;
    X.data[top + i * X.down] = unit ? entry : entry / T.data[row + i * T.right]!;
  }
};

/** Each entry is taken, times a column of T, from those that follow. */
const byColumns = (
  T: View,
  n: number,
  X: View,
  top: number,
  lower: boolean,
  unit: boolean,
): void => {
  for (let done = 0; done < n; done++) {
    const i = lower ? done : n - 1 - done;
    const first = lower ? i + 1 : 0;
    const column = T.start + i * T.right;
    if (!unit) X.data[top + i * X.down]! /= T.data[column + i * T.down]!;
    const entry = X.data[top + i * X.down]!;
    growColumn(X, top + first * X.down, T, column + first * T.down, -entry, n - 1 - done);
  }
};
