import { type Tile, breadth, depth, height, makeTile, stride, width } from "./tile.ts";
import type { View } from "./view.ts";

// Half a megabyte, made when it is first used, in which no call leaves anything that another one reads.
let made: Tile | undefined;

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
  const tile = (made ??= makeTile());
  for (let p = 0; p < k; p += depth) {
    const count = Math.min(depth, k - p);
    for (let j = 0; j < n; j += breadth) {
      const columns = Math.min(breadth, n - j);
      const top = B.start + p * B.down + j * B.right;
      const steps = pack(tile.b, width, B.data, top, B.right, B.down, columns, count, factor);
      for (let i = 0; i < m; i += breadth) {
        const rows = Math.min(breadth, m - i);
        const left = A.start + i * A.down + p * A.right;
        pack(tile.a, height, A.data, left, A.down, A.right, rows, count, 1);
        addTiles(tile, C, C.start + i * C.down + j * C.right, rows, columns, steps);
      }
    }
  }
};

const roundedUp = (x: number, unit: number): number => Math.ceil(x / unit) * unit;

/**
 * Lines of a matrix in bands of `side`, entry by entry: line l at start + l·across, its entries `along`
 * apart. Bands and lines are filled up with zeros; gives the length to which lines are.
 */
const pack = (
  to: Float64Array,
  side: number,
  from: Float64Array,
  start: number,
  across: number,
  along: number,
  lines: number,
  count: number,
  factor: 1 | -1,
): number => {
  const steps = roundedUp(count, stride);
  if (lines % side !== 0 || steps !== count) to.fill(0, 0, roundedUp(lines, side) * steps);
  for (let line = 0; line < lines; line++) {
    let at = (line - (line % side)) * steps + (line % side);
    let entry = start + line * across;
    for (let p = 0; p < count; p++) {
      to[at] = factor * from[entry]!;
      at += side;
      entry += along;
    }
  }
  return steps;
};

/** Adds the product of the packed bands to the rows × columns of C from `start` on. */
const addTiles = (
  { sums, sum }: Tile,
  { data, down, right }: View,
  start: number,
  rows: number,
  columns: number,
  steps: number,
): void => {
  for (let j = 0; j < columns; j += width) {
    const end = Math.min(width, columns - j);
    for (let i = 0; i < rows; i += height) {
      const bottom = Math.min(height, rows - i);
      sum(i * steps, j * steps, steps);
      for (let r = 0; r < bottom; r++) {
        const at = start + (i + r) * down + j * right;
        for (let c = 0; c < end; c++) data[at + c * right]! += sums[r * width + c]!;
      }
    }
  }
};
