import { largestMagnitude } from "./exponent.ts";

/** The most sweeps for each eigenvalue; two or three are enough. */
const patience = 30;

/** Beside the largest entry; the squares of what is larger than this do not underflow. */
const negligible = 2 ** -200;

/** A block whose ends differ by more is turned around. */
const steep = 100;

/** Rows of an n-column array that rotate together with a tridiagonal matrix. */
export interface Rows {
  readonly data: Float64Array;
  readonly start: number;
  readonly cols: number;
  /** From one row to the next. */
  readonly down: number;
}

/**
 * The eigenvalues of the symmetric tridiagonal matrix with the entries d[from ≤ i < to] and e beside
 * them, by the QL iteration with Wilkinson's shift (Parlett 1998, section 8.13), in place of d and in no
 * order; e is overwritten. The rows, if given, are multiplied by the transposed eigenvectors:
 * rows := Zᵀ·rows. Gives false if it does not end.
 */
export const iterateQl = (
  d: Float64Array,
  e: Float64Array,
  from: number,
  to: number,
  rows?: Rows,
): boolean => {
  const floor = negligible * Math.max(largestMagnitude(d), largestMagnitude(e));
  for (let l = from, sweeps = 0; l < to;) {
    const m = blockEnd(d, e, l, to, floor);
    if (m === l) {
      l++;
      continue;
    }
    if (sweeps++ > patience * (to - from)) return false;
    // The iteration finds the eigenvalues from the top, and wants the small ones there.
    if (Math.abs(d[l]!) > steep * Math.abs(d[m]!)) {
      d.subarray(l, m + 1).reverse();
      e.subarray(l, m).reverse();
      if (rows !== undefined) reverse(rows, l - from, m - from);
    }
    sweep(d, e, l, m, from, rows);
  }
  return true;
};

const reverse = (rows: Rows, l: number, m: number): void => {
  for (let i = l, j = m; i < j; i++, j--) swapRows(rows, i, j);
};

export const swapRows = ({ data, start, cols, down }: Rows, i: number, j: number): void => {
  const first = start + i * down;
  const second = start + j * down;
  for (let k = 0; k < cols; k++) {
    const entry = data[first + k]!;
    data[first + k] = data[second + k]!;
    data[second + k] = entry;
  }
};

/** The last row of the block that begins at row l and that no negligible entry of e cuts. */
const blockEnd = (
  d: Float64Array,
  e: Float64Array,
  l: number,
  to: number,
  floor: number,
): number => {
  let m = l;
  while (m < to - 1) {
    const size = Math.abs(d[m]!) + Math.abs(d[m + 1]!);
    if (Math.abs(e[m]!) <= Math.max((Number.EPSILON / 2) * size, floor)) {
      e[m] = 0;
      break;
    }
    m++;
  }
  return m;
};

/** √(x² + y²); the squares of what is scaled to the middle of the range can only underflow. */
const length = (x: number, y: number): number => {
  const r = Math.sqrt(x * x + y * y);
  return r > 1e-140 ? r : Math.hypot(x, y);
};

/** Chases the bulge from row m up to row l, and turns the rows, whose first is row `offset`, with it. */
const sweep = (
  d: Float64Array,
  e: Float64Array,
  l: number,
  m: number,
  offset: number,
  rows: Rows | undefined,
): void => {
  const half = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  const root = Math.sqrt(half * half + 1);
  let g = d[m]! - d[l]! + e[l]! / (half < 0 ? half - root : half + root);
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    const r = length(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1]! - p;
    const t = (d[i]! - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
    // Here, beside the divisions and roots of the next step, it costs least.
    if (rows !== undefined) rotate(rows, i - offset, c, s);
  }
  d[l]! -= p;
  e[l] = g;
  e[m] = 0;
};

/** Turns row i and the next. */
const rotate = ({ data, start, cols, down }: Rows, i: number, c: number, s: number): void => {
  const upper = start + i * down;
  for (let k = upper; k < upper + cols; k++) {
    const x = data[k]!;
    const y = data[k + down]!;
    data[k + down] = s * x + c * y;
    data[k] = c * x - s * y;
  }
};
