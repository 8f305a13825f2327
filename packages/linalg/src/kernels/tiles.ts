import type { View } from "./accumulate.ts";

/** A tile of C has so many rows and columns. */
export const tile = 4;

/** So many columns of A meet as many rows of B at once. */
const depth = 128;

/** So many rows of A, or columns of B, are packed at once. */
const breadth = 512;

// Of a size and place that never change, so that the compiler can know both. No call leaves anything here
// that another one reads.
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
      sumHalf(i * count, j * count, count, 0);
      sumHalf(i * count, j * count, count, 2);
      const width = Math.min(tile, columns - j);
      for (let r = 0; r < height; r++) {
        const at = start + (i + r) * down + j * right;
        for (let c = 0; c < width; c++) data[at + c * right]! += sums[r * tile + c]!;
      }
    }
  }
};

/**
 * Eight of the sixteen sums of a tile, in its columns c and c + 1, from the band of A at `i` and the band
 * of B at `j`: so many fit the registers beside what they meet.
 */
const sumHalf = (i: number, j: number, count: number, c: number): void => {
  let c00 = 0;
  let c01 = 0;
  let c10 = 0;
  let c11 = 0;
  let c20 = 0;
  let c21 = 0;
  let c30 = 0;
  let c31 = 0;
  for (let p = 0; p < count; p++, i += tile, j += tile) {
    const b0 = packedB[j + c]!;
    const b1 = packedB[j + c + 1]!;
    const a0 = packedA[i]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    const a1 = packedA[i + 1]!;
    c10 += a1 * b0;
    c11 += a1 * b1;
    const a2 = packedA[i + 2]!;
    c20 += a2 * b0;
    c21 += a2 * b1;
    const a3 = packedA[i + 3]!;
    c30 += a3 * b0;
    c31 += a3 * b1;
  }
  sums[c] = c00;
  sums[c + 1] = c01;
  sums[c + tile] = c10;
  sums[c + tile + 1] = c11;
  sums[c + 2 * tile] = c20;
  sums[c + 2 * tile + 1] = c21;
  sums[c + 3 * tile] = c30;
  sums[c + 3 * tile + 1] = c31;
};
