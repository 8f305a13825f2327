import type { Pair } from "../../app/fields.ts";
import type { Box } from "../../ui/plane.tsx";

/** Cells along each side of the picture that points fall into. */
export const cells = 72;

/** What points say of an integral over the image. */
export interface Counted {
  readonly amount: number;
  /** What the cells along the edge leave open, and what a density may do within a cell. */
  readonly error: number;
  readonly frame: Box;
  /** How many points fell into each cell, row by row from below. */
  readonly counts: Uint32Array;
  /** The mean of the density over each cell that points fell into, NaN elsewhere. */
  readonly heights: Float64Array;
}

/** The density has no finite value in so many of the cells that points fell into. */
export interface Unknown {
  readonly unknown: number;
}

/** The smallest box that holds all points, and half a cell around it: a straight edge then halves its cells. */
const frameOf = (images: readonly Pair[]): Box => {
  const range = (k: 0 | 1): Pair => {
    let [low, high] = [Infinity, -Infinity];
    for (const image of images) {
      low = Math.min(low, image[k]);
      high = Math.max(high, image[k]);
    }
    // An image may be flat.
    const cell = Math.max(high - low, 1e-9 * (1 + Math.abs(high))) / (cells - 1);
    return [low - cell / 2, high + cell / 2];
  };
  return { x: range(0), y: range(1) };
};

/** How many points fell into each cell, and the last of them. */
const filled = ({ x, y }: Box, images: readonly Pair[]) => {
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const counts = new Uint32Array(cells * cells);
  const last: Pair[] = [];
  for (const image of images) {
    const column = Math.floor(((image[0] - x[0]) / width) * cells);
    const row = Math.floor(((image[1] - y[0]) / height) * cells);
    const k = row * cells + column;
    counts[k]! += 1;
    last[k] = image;
  }
  return { counts, last };
};

/** Whether points fell into a cell and all its neighbours: so the image covers it. */
const isInner = (counts: Uint32Array, k: number): boolean => {
  const [row, column] = [Math.floor(k / cells), k % cells];
  const isHit = (r: number, c: number): boolean =>
    r >= 0 && c >= 0 && r < cells && c < cells && counts[r * cells + c]! > 0;
  return (
    isHit(row - 1, column) &&
    isHit(row + 1, column) &&
    isHit(row, column - 1) &&
    isHit(row, column + 1)
  );
};

/** The middles of a cell and of its quarters, as shares of its sides. */
const middle: Pair = [0.5, 0.5];
const quarters: readonly Pair[] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
];

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/**
 * The integral of a density over what points have fallen into: cell by cell, with the density of its quarters.
 * Cells along the edge are half full on average.
 */
export const count = (images: readonly Pair[], density: (y: Pair) => number): Counted | Unknown => {
  const frame = frameOf(images);
  const { counts, last } = filled(frame, images);
  const [width, height] = [(frame.x[1] - frame.x[0]) / cells, (frame.y[1] - frame.y[0]) / cells];
  const heights = new Float64Array(cells * cells).fill(NaN);
  let [sum, open, unknown] = [0, 0, 0];
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === 0) continue;
    const [row, column] = [Math.floor(k / cells), k % cells];
    const at = ([s, t]: Pair): number =>
      density([frame.x[0] + (column + s) * width, frame.y[0] + (row + t) * height]);
    const around = quarters.map(at);
    // A part of a cell at the edge may lie where there is neither image nor density.
    const inner = isInner(counts, k) && around.every(Number.isFinite);
    const values = inner ? around : [density(last[k]!), ...around.filter(Number.isFinite)];
    const mean = meanOf(values);
    if (!Number.isFinite(mean)) {
      unknown++;
      continue;
    }
    heights[k] = mean;
    if (inner) {
      sum += mean;
      // Halving the cell makes the error of the midpoint rule a quarter.
      const rough = Math.abs(at(middle) - mean) / 3;
      if (Number.isFinite(rough)) open += rough;
    } else {
      sum += mean / 2;
      open += Math.max(...values.map(Math.abs)) / 2;
    }
  }
  if (unknown > 0) return { unknown };
  const cell = width * height;
  return { amount: sum * cell, error: open * cell, frame, counts, heights };
};
