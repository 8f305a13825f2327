/** A matrix H that is turned from both sides, and what turns with it. */
export interface Turned {
  readonly n: number;
  readonly h: Float64Array;
  /** Its rows turn with those of h; absent if only the eigenvalues are wanted. */
  readonly zt: Float64Array | undefined;
}

/** The rows and columns of a diagonal block of H. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** Where a turn matters: everywhere for the Schur form, within the block for its eigenvalues alone. */
const reach = ({ n, zt }: Turned, { start, end }: Block): readonly [from: number, to: number] =>
  zt === undefined ? [start, end + 1] : [0, n];

/** H := P·H·P and Zᵀ := P·Zᵀ with P = I − τ·u·uᵀ, u = (1, q, r) from row k on. */
export const reflectThree = (
  turned: Turned,
  block: Block,
  k: number,
  tau: number,
  q: number,
  r: number,
): void => {
  const { n, h, zt } = turned;
  const [from, to] = reach(turned, block);
  reflectThreeRows(h, k * n, n, k, to, tau, q, r);
  const last = Math.min(block.end, k + 3) * n + k;
  for (let i = from * n + k; i <= last; i += n) {
    const t = tau * (h[i]! + q * h[i + 1]! + r * h[i + 2]!);
    h[i]! -= t;
    h[i + 1]! -= q * t;
    h[i + 2]! -= r * t;
  }
  if (zt) reflectThreeRows(zt, k * n, n, 0, n, tau, q, r);
};

const reflectThreeRows = (
  a: Float64Array,
  row: number,
  n: number,
  from: number,
  to: number,
  tau: number,
  q: number,
  r: number,
): void => {
  const [second, third] = [row + n, row + 2 * n];
  for (let j = from; j < to; j++) {
    const t = tau * (a[row + j]! + q * a[second + j]! + r * a[third + j]!);
    a[row + j]! -= t;
    a[second + j]! -= q * t;
    a[third + j]! -= r * t;
  }
};

/** H := G·H·Gᵀ and Zᵀ := G·Zᵀ, where G turns the rows k and k + 1 by (c, s; −s, c). */
export const rotate = (turned: Turned, block: Block, k: number, c: number, s: number): void => {
  const { n, h, zt } = turned;
  const [from, to] = reach(turned, block);
  // What stands to the left of column k − 1 is zero.
  rotateRows(h, k * n, n, Math.max(k - 1, from), to, c, s);
  for (let i = from * n + k; i <= (k + 1) * n + k; i += n) {
    const x = h[i]!;
    const y = h[i + 1]!;
    h[i] = c * x + s * y;
    h[i + 1] = c * y - s * x;
  }
  if (zt) rotateRows(zt, k * n, n, 0, n, c, s);
};

const rotateRows = (
  a: Float64Array,
  row: number,
  n: number,
  from: number,
  to: number,
  c: number,
  s: number,
): void => {
  for (let j = from; j < to; j++) {
    const x = a[row + j]!;
    const y = a[row + n + j]!;
    a[row + j] = c * x + s * y;
    a[row + n + j] = c * y - s * x;
  }
};
