/** Rotations that wait to turn the columns of U and V, sweep by sweep. */
export interface Rotations {
  /** U and V have so many columns. */
  readonly n: number;
  /** Row by row. */
  readonly U: Float64Array;
  readonly V: Float64Array;
  /** Of each rotation: cosine and sine for U, then for V. */
  readonly turns: Float64Array;
  /** Of each sweep: its first column, ±1 for its direction, and the number of rotations up to its end. */
  readonly sweeps: Int32Array;
  waiting: { sweeps: number; turns: number };
}

/** So many rotations wait, or those of one sweep: they stay in the nearest cache. */
const most = 512;

export const rotations = (n: number, U: Float64Array, V: Float64Array): Rotations => {
  const capacity = Math.max(n, Math.min(most, 4 * n));
  return {
    n,
    U,
    V,
    turns: new Float64Array(4 * capacity),
    sweeps: new Int32Array(3 * capacity),
    waiting: { sweeps: 0, turns: 0 },
  };
};

/** Announces a sweep of `length` rotations from column `first` on; gives the place of the first one. */
export const beginSweep = (R: Rotations, first: number, step: number, length: number): number => {
  const { turns, sweeps, waiting } = R;
  if (4 * (waiting.turns + length) > turns.length) applyRotations(R);
  const start = waiting.turns;
  const at = 3 * waiting.sweeps;
  sweeps[at] = first;
  sweeps[at + 1] = step;
  sweeps[at + 2] = start + length;
  waiting.sweeps++;
  waiting.turns += length;
  return 4 * start;
};

/** Turns the columns of U and V by all that waits. */
export const applyRotations = (R: Rotations): void => {
  turnColumns(R.U, R, 0);
  turnColumns(R.V, R, 2);
  R.waiting.sweeps = 0;
  R.waiting.turns = 0;
};

/**
 * All sweeps meet four rows, then the next four. Along a row one entry is carried from rotation to
 * rotation: (x, y) becomes (c·x + s·y, c·y − s·x), and the second is the next x.
 */
const turnColumns = (X: Float64Array, R: Rotations, side: 0 | 2): void => {
  const { n, turns, sweeps, waiting } = R;
  const last = 3 * waiting.sweeps;
  let row = 0;
  for (; row + 4 * n <= X.length && n > 0; row += 4 * n) {
    let k = side;
    for (let q = 0; q < last; q += 3) {
      const end = 4 * sweeps[q + 2]!;
      turnFour(X, row + sweeps[q]!, n, sweeps[q + 1]!, turns, k, end);
      k = end + side;
    }
  }
  for (; row < X.length; row += n) {
    let k = side;
    for (let q = 0; q < last; q += 3) {
      const end = 4 * sweeps[q + 2]!;
      turnOne(X, row + sweeps[q]!, sweeps[q + 1]!, turns, k, end);
      k = end + side;
    }
  }
};

const turnFour = (
  X: Float64Array,
  at: number,
  n: number,
  step: number,
  turns: Float64Array,
  from: number,
  to: number,
): void => {
  let [p0, p1, p2, p3] = [at, at + n, at + 2 * n, at + 3 * n];
  let [x0, x1, x2, x3] = [X[p0]!, X[p1]!, X[p2]!, X[p3]!];
  for (let k = from; k < to; k += 4) {
    const c = turns[k]!;
    const s = turns[k + 1]!;
    const y0 = X[p0 + step]!;
    const y1 = X[p1 + step]!;
    const y2 = X[p2 + step]!;
    const y3 = X[p3 + step]!;
    X[p0] = c * x0 + s * y0;
    X[p1] = c * x1 + s * y1;
    X[p2] = c * x2 + s * y2;
    X[p3] = c * x3 + s * y3;
    x0 = c * y0 - s * x0;
    x1 = c * y1 - s * x1;
    x2 = c * y2 - s * x2;
    x3 = c * y3 - s * x3;
    p0 += step;
    p1 += step;
    p2 += step;
    p3 += step;
  }
  X[p0] = x0;
  X[p1] = x1;
  X[p2] = x2;
  X[p3] = x3;
};

const turnOne = (
  X: Float64Array,
  at: number,
  step: number,
  turns: Float64Array,
  from: number,
  to: number,
): void => {
  let p = at;
  let x = X[p]!;
  for (let k = from; k < to; k += 4) {
    const c = turns[k]!;
    const s = turns[k + 1]!;
    const y = X[p + step]!;
    X[p] = c * x + s * y;
    x = c * y - s * x;
    p += step;
  }
  X[p] = x;
};
