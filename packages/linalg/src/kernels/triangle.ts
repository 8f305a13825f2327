import { accumulate } from "./accumulate.ts";
import { type View, beyond } from "./view.ts";

/** Triangles up to this size are solved entry by entry. */
const leaf = 16;

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
  if (n <= leaf) {
    substituteDirectly(T, n, X, m, lower, unit);
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

/** Column by column of X: each entry is what a row of T leaves of it. */
const substituteDirectly = (
  { data: t, start, down, right }: View,
  n: number,
  { data: x, start: top, down: step, right: next }: View,
  m: number,
  lower: boolean,
  unit: boolean,
): void => {
  for (let j = 0; j < m; j++) {
    const column = top + j * next;
    for (let done = 0; done < n; done++) {
      const i = lower ? done : n - 1 - done;
      const first = lower ? 0 : i + 1;
      const row = start + i * down;
      let entry = x[column + i * step]!;
      let at = row + first * right;
      let from = column + first * step;
      for (let left = done; left > 0; left--) {
        entry -= t[at]! * x[from]!;
        at += right;
        from += step;
      }
      x[column + i * step] = unit ? entry : entry / t[row + i * right]!;
    }
  }
};
