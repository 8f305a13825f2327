import { type Blocks, merge } from "./tridiagonal-merge.ts";
import { iterateQl, swapRows } from "./tridiagonal-ql.ts";

/** Up to this size a block is solved by itself. */
const leaf = 32;

/**
 * T = Z·D·Zᵀ of the symmetric tridiagonal matrix with the diagonal d and e beside it, by divide and conquer:
 * D ascending in place of d, and Zᵀ. Undefined if the QL iteration of a leaf does not end.
 */
export const tridiagonalEigen = (d: Float64Array, e: Float64Array): Float64Array | undefined => {
  const n = d.length;
  const zt = new Float64Array(n * n);
  for (let i = 0; i < n; i++) zt[i * n + i] = 1;
  return conquer({ n, d, zt }, e, 0, n) ? zt : undefined;
};

const conquer = (blocks: Blocks, e: Float64Array, from: number, to: number): boolean => {
  if (to - from <= leaf) return solveLeaf(blocks, e, from, to);
  const mid = (from + to) >> 1;
  const coupling = e[mid - 1]!;
  blocks.d[mid - 1]! -= Math.abs(coupling);
  blocks.d[mid]! -= Math.abs(coupling);
  if (!conquer(blocks, e, from, mid) || !conquer(blocks, e, mid, to)) return false;
  merge(blocks, { from, mid, to, coupling });
  return true;
};

const solveLeaf = ({ n, d, zt }: Blocks, e: Float64Array, from: number, to: number): boolean => {
  const rows = { data: zt, start: from * n + from, cols: to - from, down: n };
  if (!iterateQl(d, e, from, to, rows)) return false;
  // Sorted by selection: few rows, each moved once.
  for (let i = from; i < to - 1; i++) {
    let least = i;
    for (let j = i + 1; j < to; j++) if (d[j]! < d[least]!) least = j;
    if (least === i) continue;
    const value = d[i]!;
    d[i] = d[least]!;
    d[least] = value;
    swapRows(rows, i - from, least - from);
  }
  return true;
};
