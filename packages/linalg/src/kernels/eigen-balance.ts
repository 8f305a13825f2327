/** B = D⁻¹·Pᵀ·A·P·D, which has the eigenvalues of A and rows about as long as its columns. */
export interface Balanced {
  /** B: upper triangular but for its rows and columns low ≤ i < high. */
  readonly b: Float64Array;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  /** Row i of B is row order[i] of A, and so are the columns. */
  readonly order: Int32Array;
  /** The diagonal of D, powers of two. */
  readonly scales: Float64Array;
}

/**
 * Isolates the eigenvalues that permutations alone lay bare, then scales the rest by powers of two
 * (Parlett & Reinsch 1969) to equal lengths in the 2-norm (James, Langou & Lowery 2014). An error of
 * ε·‖B‖ in B is one of at most ε·cond(D)·‖B‖ in an eigenvector's residual in A: scaling that does not
 * keep this near ε·‖A‖ does harm (Watkins 2006), and is left out.
 */
export const balance = (a: Float64Array, n: number): Balanced => {
  const b = a.slice();
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const exchange = (i: number, j: number): void => {
    if (i !== j) exchangeBoth(b, n, order, i, j);
  };
  let [low, high] = [0, n];
  for (let i = high - 1; i >= 0; i--) {
    if (!isAlone(b, i * n, 1, i, 0, high)) continue;
    exchange(i, --high);
    i = high;
  }
  for (let j = low; j < high; j++) {
    if (!isAlone(b, j, n, j, low, high)) continue;
    exchange(j, low++);
    j = low - 1;
  }
  const isolated = b.slice();
  const scales = equalize(b, n, low, high);
  const balanced = { b, n, low, high, order, scales };
  if (conditionOf(scales) * norm(b) <= 10 * norm(isolated)) return balanced;
  return { ...balanced, b: isolated, scales: new Float64Array(n).fill(1) };
};

const conditionOf = (scales: Float64Array): number =>
  scales.reduce((top, scale) => Math.max(top, scale), 1) /
  scales.reduce((least, scale) => Math.min(least, scale), 1);

/** The Frobenius norm. */
const norm = (b: Float64Array): number => lengthWithout(b, 0, 1, -1, 0, b.length);

/** Whether a row or column has nothing but zeros from ≤ k < to beside the diagonal. */
const isAlone = (
  b: Float64Array,
  start: number,
  stride: number,
  diagonal: number,
  from: number,
  to: number,
): boolean => {
  for (let k = from; k < to; k++) if (k !== diagonal && b[start + k * stride] !== 0) return false;
  return true;
};

const exchangeBoth = (
  b: Float64Array,
  n: number,
  order: Int32Array,
  i: number,
  j: number,
): void => {
  for (let k = 0; k < n; k++) [b[i * n + k], b[j * n + k]] = [b[j * n + k]!, b[i * n + k]!];
  for (let k = 0; k < n; k++) [b[k * n + i], b[k * n + j]] = [b[k * n + j]!, b[k * n + i]!];
  [order[i], order[j]] = [order[j]!, order[i]!];
};

/** The most passes; two or three are enough. */
const patience = 100;

/** D, which is applied to B on the way. */
const equalize = (b: Float64Array, n: number, low: number, high: number): Float64Array => {
  const scales = new Float64Array(n).fill(1);
  for (let pass = 0, changed = true; changed && pass < patience; pass++) {
    changed = false;
    for (let i = low; i < high; i++) {
      const factor = factorOf(
        lengthWithout(b, i, n, i, low, high),
        lengthWithout(b, i * n, 1, i, low, high),
      );
      const scale = scales[i]! * factor;
      if (factor === 1 || scale > 2 ** 900 || scale < 2 ** -900) continue;
      changed = true;
      scales[i] = scale;
      for (let k = 0; k < n; k++) b[k * n + i]! *= factor;
      for (let k = 0; k < n; k++) b[i * n + k]! /= factor;
    }
  }
  return scales;
};

/** The power of two that brings a column and a row nearest to each other, if it shortens their sum. */
const factorOf = (column: number, row: number): number => {
  if (column === 0 || row === 0) return 1;
  const factor = 2 ** Math.round((Math.log2(row) - Math.log2(column)) / 2);
  return column * factor + row / factor < 0.95 * (column + row) ? factor : 1;
};

/** The 2-norm of a row or column without its diagonal entry. */
const lengthWithout = (
  b: Float64Array,
  start: number,
  stride: number,
  diagonal: number,
  from: number,
  to: number,
): number => {
  let top = 0;
  for (let k = from; k < to; k++) {
    if (k !== diagonal) top = Math.max(top, Math.abs(b[start + k * stride]!));
  }
  if (top === 0) return 0;
  let squares = 0;
  for (let k = from; k < to; k++) {
    if (k !== diagonal) squares += (b[start + k * stride]! / top) ** 2;
  }
  return top * Math.sqrt(squares);
};
