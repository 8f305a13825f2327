import { reflector } from "./householder.ts";

/** A = Q·B·Wᵀ for A m×n, m ≥ n, with B upper bidiagonal, n×n. */
export interface Bidiagonal {
  readonly m: number;
  readonly n: number;
  /** B's diagonal. */
  readonly diagonal: Float64Array;
  /** B's entries beside it; the last is unused. */
  readonly above: Float64Array;
  /** uₖ below the diagonal of column k, vₖ right of the diagonal of row k, whose first entry is 1. */
  readonly packed: Float64Array;
  /** Q = H₀·H₁·… with Hₖ = I − τₖ·uₖ·uₖᵀ, where entry k of uₖ is 1 */
  readonly leftTaus: Float64Array;
  /** W = G₀·G₁·… with Gₖ = I − τₖ·vₖ·vₖᵀ, where vₖ begins at entry k + 1 */
  readonly rightTaus: Float64Array;
}

/** What is still to be subtracted from A: u·wᵀ + z·vᵀ. */
interface Pending {
  readonly u: Float64Array;
  readonly w: Float64Array;
  readonly z: Float64Array;
  readonly v: Float64Array;
}

const nothing = (m: number, n: number): Pending => ({
  u: new Float64Array(m),
  w: new Float64Array(n),
  z: new Float64Array(m),
  v: new Float64Array(n),
});

/**
 * Golub and Kahan's reduction by reflections from both sides, in place of a (Golub & Van Loan 2013,
 * algorithm 5.4.2). The rank-two change of each step waits for the next one, which must read A anyway:
 * one pass changes A and multiplies it from the left, another multiplies it from the right.
 */
export const bidiagonalize = (a: Float64Array, m: number, n: number): Bidiagonal => {
  const [diagonal, above] = [new Float64Array(n), new Float64Array(n)];
  const [leftTaus, rightTaus] = [new Float64Array(n), new Float64Array(n)];
  let [old, next] = [nothing(m, n), nothing(m, n)];
  for (let k = 0; k < n; k++) {
    leftTaus[k] = reflectColumn(a, m, n, k, old, next.u);
    diagonal[k] = next.u[k]!;
    next.u[k] = 1;
    changeAndCombine(a, m, n, k, old, next);
    for (let j = k + 1; j < n; j++) next.w[j]! *= leftTaus[k]!;
    rightTaus[k] = reflectRow(a, n, k, next);
    if (k + 1 < n) above[k] = next.v[k + 1]!;
    if (k + 1 < n) next.v[k + 1] = 1;
    applyRows(a, m, n, k, rightTaus[k]!, next);
    [old, next] = [next, old];
  }
  return { m, n, diagonal, above, packed: a, leftTaus, rightTaus };
};

/** Makes u of column k, and keeps it there. */
const reflectColumn = (
  a: Float64Array,
  m: number,
  n: number,
  k: number,
  { u, w, z, v }: Pending,
  to: Float64Array,
): number => {
  const [wk, vk] = [w[k]!, v[k]!];
  for (let i = k; i < m; i++) to[i] = a[i * n + k]! - u[i]! * wk - z[i]! * vk;
  const tau = reflector({ data: to, start: k, down: 1 }, m - k);
  for (let i = k + 1; i < m; i++) a[i * n + k] = to[i]!;
  return tau;
};

/** A −= u·wᵀ + z·vᵀ, then next.w = Aᵀ·next.u, from row k and right of column k. */
const changeAndCombine = (
  a: Float64Array,
  m: number,
  n: number,
  k: number,
  old: Pending,
  next: Pending,
): void => {
  const { u, w, z, v } = old;
  const [x, sum] = [next.u, next.w];
  sum.fill(0, k);
  let i = k;
  for (; i + 3 < m; i += 4) changeFour(a, n, k, i, old, next);
  for (; i < m; i++) {
    const row = i * n;
    for (let j = k + 1; j < n; j++) {
      const entry = a[row + j]! - (u[i]! * w[j]! + z[i]! * v[j]!);
      a[row + j] = entry;
      sum[j]! += x[i]! * entry;
    }
  }
};

/** The same for four rows, so that w, v and next.w are loaded and stored a quarter as often. */
const changeFour = (
  a: Float64Array,
  n: number,
  k: number,
  i: number,
  { u, w, z, v }: Pending,
  { u: x, w: sum }: Pending,
): void => {
  const [u0, u1, u2, u3] = [u[i]!, u[i + 1]!, u[i + 2]!, u[i + 3]!];
  const [z0, z1, z2, z3] = [z[i]!, z[i + 1]!, z[i + 2]!, z[i + 3]!];
  const [x0, x1, x2, x3] = [x[i]!, x[i + 1]!, x[i + 2]!, x[i + 3]!];
  const r0 = i * n;
  const r1 = r0 + n;
  const r2 = r1 + n;
  const r3 = r2 + n;
  for (let j = k + 1; j < n; j++) {
    const wj = w[j]!;
    const vj = v[j]!;
    const a0 = a[r0 + j]! - (u0 * wj + z0 * vj);
    const a1 = a[r1 + j]! - (u1 * wj + z1 * vj);
    const a2 = a[r2 + j]! - (u2 * wj + z2 * vj);
    const a3 = a[r3 + j]! - (u3 * wj + z3 * vj);
    a[r0 + j] = a0;
    a[r1 + j] = a1;
    a[r2 + j] = a2;
    a[r3 + j] = a3;
    sum[j]! += x0 * a0 + x1 * a1 + (x2 * a2 + x3 * a3);
  }
};

/** Makes v of row k, which w has yet to change, and keeps it there. */
const reflectRow = (a: Float64Array, n: number, k: number, { w, v }: Pending): number => {
  if (k + 1 >= n) return 0;
  for (let j = k + 1; j < n; j++) v[j] = a[k * n + j]! - w[j]!;
  const tau = reflector({ data: v, start: k + 1, down: 1 }, n - k - 1);
  for (let j = k + 2; j < n; j++) a[k * n + j] = v[j]!;
  return tau;
};

/** z = τ·(A − u·wᵀ)·v below row k. */
const applyRows = (
  a: Float64Array,
  m: number,
  n: number,
  k: number,
  tau: number,
  { u, w, z, v }: Pending,
): void => {
  let inner = 0;
  for (let j = k + 1; j < n; j++) inner += w[j]! * v[j]!;
  let i = k + 1;
  for (; i + 3 < m; i += 4) {
    const r0 = i * n;
    const r1 = r0 + n;
    const r2 = r1 + n;
    const r3 = r2 + n;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let j = k + 1; j < n; j++) {
      const vj = v[j]!;
      s0 += a[r0 + j]! * vj;
      s1 += a[r1 + j]! * vj;
      s2 += a[r2 + j]! * vj;
      s3 += a[r3 + j]! * vj;
    }
    z[i] = tau * (s0 - u[i]! * inner);
    z[i + 1] = tau * (s1 - u[i + 1]! * inner);
    z[i + 2] = tau * (s2 - u[i + 2]! * inner);
    z[i + 3] = tau * (s3 - u[i + 3]! * inner);
  }
  for (; i < m; i++) {
    let s = 0;
    for (let j = k + 1; j < n; j++) s += a[i * n + j]! * v[j]!;
    z[i] = tau * (s - u[i]! * inner);
  }
};
