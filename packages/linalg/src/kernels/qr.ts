import { accumulate } from "./accumulate.ts";
import { type Rows, reflect, reflector } from "./householder.ts";
import { type View, flipped, rowsOf } from "./view.ts";

/** A = H₀·H₁·…·R for A m×n, where Hₖ = I − τₖ·vₖ·vₖᵀ; there are min(m, n) reflections. */
export interface Reflections {
  readonly m: number;
  readonly n: number;
  /** R on the diagonal and above it, vₖ below the diagonal of column k (its first entry is 1), row by row. */
  readonly packed: Float64Array;
  readonly taus: Float64Array;
}

/** So many reflections are applied at once to what is not yet reduced. */
const panel = 32;

/** Fewer columns are reduced one by one. */
const smallest = 96;

/** Householder QR in panels, each of which meets the rest as a product of matrices. */
export const reflections = (a: Float64Array, m: number, n: number): Reflections => {
  const packed = a.slice();
  const count = Math.min(m, n);
  const factors = { m, n, packed, taus: new Float64Array(count) };
  const width = count < smallest ? count : panel;
  const room = new Float64Array(n);
  for (let from = 0; from < count; from += width) {
    const to = Math.min(count, from + width);
    reducePanel(factors, from, to, count < smallest ? n : to, room);
    if (to === n || count < smallest) continue;
    const rest = { data: packed, start: from * n + to, down: n, right: 1 };
    applyBlock(blockOf(factors, from, to), rest, m - from, n - to, true);
  }
  return factors;
};

/** Reduces the columns from ≤ k < to and reflects those up to `end`. */
const reducePanel = (
  { m, n, packed, taus }: Reflections,
  from: number,
  to: number,
  end: number,
  room: Float64Array,
): void => {
  for (let k = from; k < to; k++) {
    const v = { data: packed, start: k * n + k, down: n };
    taus[k] = reflector(v, m - k);
    const rows: Rows = { data: packed, start: k * n, down: n };
    reflect(rows, v, taus[k]!, m - k, k + 1, end, room);
  }
};

/** H_from·…·H_to−1 = I − V·T·Vᵀ, T upper triangular (Schreiber & Van Loan 1989). */
interface Block {
  readonly width: number;
  readonly V: View;
  readonly T: View;
}

const blockOf = ({ m, n, packed, taus }: Reflections, from: number, to: number): Block => {
  const width = to - from;
  const V = rowsOf(new Float64Array((m - from) * width), width);
  for (let i = from; i < m; i++) {
    const row = (i - from) * width;
    for (let k = from; k < Math.min(i, to); k++) V.data[row + k - from] = packed[i * n + k]!;
    if (i < to) V.data[row + i - from] = 1;
  }
  const G = rowsOf(new Float64Array(width * width), width);
  accumulate(G, flipped(V), V, width, m - from, width, 1);
  return { width, V, T: triangle(G.data, taus.subarray(from, to), width) };
};

/** T from VᵀV: column k above its diagonal is −τₖ·T·(VᵀV)ₖ. */
const triangle = (G: Float64Array, taus: Float64Array, n: number): View => {
  const T = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    T[k * n + k] = taus[k]!;
    for (let i = 0; i < k; i++) {
      let sum = 0;
      for (let j = i; j < k; j++) sum += T[i * n + j]! * G[j * n + k]!;
      T[i * n + k] = -taus[k]! * sum;
    }
  }
  return rowsOf(T, n);
};

/** C = (I − V·T·Vᵀ)·C, or its transpose's, for C m×n. */
const applyBlock = (
  { width, V, T }: Block,
  C: View,
  m: number,
  n: number,
  transposed: boolean,
): void => {
  const W = rowsOf(new Float64Array(width * n), n);
  accumulate(W, flipped(V), C, width, m, n, 1);
  const TW = rowsOf(new Float64Array(width * n), n);
  accumulate(TW, transposed ? flipped(T) : T, W, width, width, n, 1);
  accumulate(C, V, TW, m, width, n, -1);
};

/** The first `columns` columns of Q = H₀·H₁·…, an m×columns matrix, from the last reflection back. */
export const orthonormalColumns = (factors: Reflections, columns: number): Float64Array => {
  const { m, n, packed, taus } = factors;
  const count = Math.min(taus.length, columns);
  const q = new Float64Array(m * columns);
  for (let k = 0; k < columns; k++) q[k * columns + k] = 1;
  const width = count < smallest ? 1 : panel;
  const room = new Float64Array(columns);
  for (let from = Math.floor((count - 1) / width) * width; from >= 0; from -= width) {
    const start = from * columns;
    if (width === 1) {
      const v = { data: packed, start: from * n + from, down: n };
      const rows = { data: q, start, down: columns };
      reflect(rows, v, taus[from]!, m - from, from, columns, room);
    } else {
      const block = blockOf(factors, from, Math.min(count, from + width));
      const rest = { data: q, start: start + from, down: columns, right: 1 };
      applyBlock(block, rest, m - from, columns - from, false);
    }
  }
  return q;
};

/**
 * Q m×k and R k×n of A = Q·R, k = min(m, n), with the diagonal of R ≥ 0: a reflection leaves a sign of
 * its own, which changes sides.
 */
export const thinFactors = (factors: Reflections): { q: Float64Array; r: Float64Array } => {
  const { m, n, packed } = factors;
  const k = Math.min(m, n);
  const q = orthonormalColumns(factors, k);
  const r = new Float64Array(k * n);
  for (let i = 0; i < k; i++) {
    const sign = packed[i * n + i]! < 0 ? -1 : 1;
    for (let j = i; j < n; j++) r[i * n + j] = sign * packed[i * n + j]! + 0;
    if (sign < 0) for (let j = 0; j < m; j++) q[j * k + i]! *= -1;
  }
  return { q, r };
};
