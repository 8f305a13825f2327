import { accumulate } from "./accumulate.ts";
import type { Tridiagonal } from "./tridiagonal.ts";
import { flipped, rowsOf } from "./view.ts";

/** So many reflectors act at once. */
const panel = 32;

/** Q·Z for the Q of A = Q·T·Qᵀ and Z n×m, in place, where n is the size of A. */
export const applyReflectors = (T: Tridiagonal, z: Float64Array, m: number): void => {
  if (T.n <= 2 * panel) applySingly(T, z, m);
  else for (let i = 1; i < T.n; i += panel) applyPanel(T, z, m, i, Math.min(i + panel, T.n));
};

const applySingly = ({ n, reflectors, factors }: Tridiagonal, z: Float64Array, m: number): void => {
  const product = new Float64Array(m);
  for (let i = 1; i < n; i++) {
    const tau = factors[i]!;
    if (tau === 0) continue;
    const u = i * n;
    const odd = i % 2;
    for (let j = 0; j < m; j++) product[j] = odd * reflectors[u]! * z[j]!;
    for (let k = odd; k < i; k += 2)
      addRows(product, z, k * m, m, reflectors[u + k]!, reflectors[u + k + 1]!);
    for (let k = 0; k < i; k++) subtract(z, k * m, m, tau * reflectors[u + k]!, product);
  }
};

/** product += a·row + b·next row */
const addRows = (
  product: Float64Array,
  z: Float64Array,
  row: number,
  m: number,
  a: number,
  b: number,
): void => {
  for (let j = 0; j < m; j++) product[j]! += a * z[row + j]! + b * z[row + m + j]!;
};

const subtract = (
  z: Float64Array,
  row: number,
  m: number,
  a: number,
  product: Float64Array,
): void => {
  for (let j = 0; j < m; j++) z[row + j]! -= a * product[j]!;
};

/** The reflectors from ≤ i < to as one: Hₜₒ₋₁·…·H_from = I − U·S·Uᵀ (Schreiber & Van Loan 1989). */
const applyPanel = (T: Tridiagonal, z: Float64Array, m: number, from: number, to: number): void => {
  const [count, length] = [to - from, to - 1];
  const U = reflectorRows(T, from, to);
  const S = triangularFactor(U, T.factors, from, count, length);
  const across = rowsOf(U, length);
  const inner = new Float64Array(count * m);
  accumulate(rowsOf(inner, m), across, rowsOf(z, m), count, length, m, 1);
  const weighted = new Float64Array(count * m);
  accumulate(rowsOf(weighted, m), rowsOf(S, count), rowsOf(inner, m), count, count, m, 1);
  accumulate(rowsOf(z, m), flipped(across), rowsOf(weighted, m), length, count, m, -1);
};

/** Uᵀ: each reflector a row, padded by zeros. */
const reflectorRows = ({ n, reflectors }: Tridiagonal, from: number, to: number): Float64Array => {
  const length = to - 1;
  const rows = new Float64Array((to - from) * length);
  for (let i = from; i < to; i++) {
    rows.set(reflectors.subarray(i * n, i * n + i), (i - from) * length);
  }
  return rows;
};

/** The lower triangular S: each new row is −τ·(uᵀ·U)·S, and τ on the diagonal. */
const triangularFactor = (
  U: Float64Array,
  factors: Float64Array,
  from: number,
  count: number,
  length: number,
): Float64Array => {
  const S = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    const tau = factors[from + i]!;
    S[i * count + i] = tau;
    for (let j = 0; j < i; j++) {
      let inner = 0;
      for (let k = 0; k < from + j; k++) inner += U[i * length + k]! * U[j * length + k]!;
      for (let k = 0; k <= j; k++) S[i * count + k]! -= tau * inner * S[j * count + k]!;
    }
  }
  return S;
};
