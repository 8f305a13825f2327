import type { View } from "./accumulate.ts";

/** A tile of C has so many rows and columns: its sums and the entries they meet fit the registers. */
export const tile = 4;

/** So many columns of A meet as many rows of B at once. */
const depth = 128;

/** So many rows of A, or columns of B, are packed at once. */
const breadth = 512;

// Of a size and place that never change: then the compiler knows both, and the loop over a tile is a fifth
// faster than with arrays that are handed to it. No call leaves anything here that another one reads.
const packedA = /*#__PURE__*/ new Float64Array(breadth * depth);
const packedB = /*#__PURE__*/ new Float64Array(breadth * depth);
const sums = /*#__PURE__*/ new Float64Array(tile * tile);

/** C += factor·A·B by tiles of C, from copies of A and B in the order of use (Goto & van de Geijn 2008). */
export const accumulateTiled = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  for (let p = 0; p < k; p += depth) {
    const count = Math.min(depth, k - p);
    for (let j = 0; j < n; j += breadth) {
      const columns = Math.min(breadth, n - j);
      pack(packedB, B.data, B.start + p * B.down + j * B.right, B.right, B.down, columns, count, 1);
      for (let i = 0; i < m; i += breadth) {
        const rows = Math.min(breadth, m - i);
        const start = A.start + i * A.down + p * A.right;
        pack(packedA, A.data, start, A.down, A.right, rows, count, factor);
        addTiles(C, C.start + i * C.down + j * C.right, rows, columns, count);
      }
    }
  }
};

/**
 * Lines of a matrix in bands of four, entry by entry: line l at start + l·across, its entries `along`
 * apart. The last band is filled up with zeros.
 */
const pack = (
  to: Float64Array,
  from: Float64Array,
  start: number,
  across: number,
  along: number,
  lines: number,
  count: number,
  factor: 1 | -1,
): void => {
  let at = 0;
  for (let line = 0; line < lines; line += tile) {
    const width = Math.min(tile, lines - line);
    for (let p = 0; p < count; p++, at += tile) {
      const entry = start + line * across + p * along;
      for (let r = 0; r < width; r++) to[at + r] = factor * from[entry + r * across]!;
      for (let r = width; r < tile; r++) to[at + r] = 0;
    }
  }
};

/** Adds the product of the packed bands to the rows × columns of C from `start` on. */
const addTiles = (C: View, start: number, rows: number, columns: number, count: number): void => {
  const { data, down, right } = C;
  for (let i = 0; i < rows; i += tile) {
    const height = Math.min(tile, rows - i);
    for (let j = 0; j < columns; j += tile) {
      sumTile(i * count, j * count, count);
      const width = Math.min(tile, columns - j);
      for (let r = 0; r < height; r++) {
        const at = start + (i + r) * down + j * right;
        for (let c = 0; c < width; c++) data[at + c * right]! += sums[r * tile + c]!;
      }
    }
  }
};

/** The sixteen sums of a tile, from the band of A at `i` and the band of B at `j`. */
const sumTile = (i: number, j: number, count: number): void => {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  for (let p = 0; p < count; p++, i += tile, j += tile) {
    const b0 = packedB[j]!;
    const b1 = packedB[j + 1]!;
    const b2 = packedB[j + 2]!;
    const b3 = packedB[j + 3]!;
    const a0 = packedA[i]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    const a1 = packedA[i + 1]!;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    const a2 = packedA[i + 2]!;
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    const a3 = packedA[i + 3]!;
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
  }
  sums[0] = c00;
  sums[1] = c01;
  sums[2] = c02;
  sums[3] = c03;
  sums[4] = c10;
  sums[5] = c11;
  sums[6] = c12;
  sums[7] = c13;
  sums[8] = c20;
  sums[9] = c21;
  sums[10] = c22;
  sums[11] = c23;
  sums[12] = c30;
  sums[13] = c31;
  sums[14] = c32;
  sums[15] = c33;
};
