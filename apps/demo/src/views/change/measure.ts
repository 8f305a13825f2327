import { changeOfVariables, JacobianError, randomMatrix } from "jacobian";
import type { Pair } from "../../app/fields.ts";
import type { Compiled } from "../../model/compiled.ts";
import { modelOf } from "../../model/model.ts";
import type { Box } from "../../ui/plane.tsx";

/** Points that are pushed through the map, and cells along each side of the picture that they fall into. */
const points = 250_000;
export const cells = 72;

export interface Question {
  readonly compiled: Compiled;
  readonly region: Box;
}

/** What |det J| says of the area. */
export interface Integrated {
  readonly area: number;
  readonly error: number;
  readonly evaluations: number;
  readonly orientation: 1 | -1 | 0 | "mixed" | undefined;
  readonly warnings: readonly string[];
}

/** What points say of it. */
export interface Counted {
  readonly area: number;
  /** What the cells along the edge leave open. */
  readonly error: number;
  readonly frame: Box;
  /** How many points fell into each cell, row by row from below. */
  readonly counts: Uint32Array;
}

export type Measured =
  { readonly integrated: Integrated; readonly counted: Counted } | { readonly refused: string };

const imagesOf = ({ compiled, region }: Question): readonly Pair[] => {
  const { value } = modelOf(compiled);
  const { data } = randomMatrix(2, points, { seed: 1 });
  const between = ([low, high]: Pair, t: number): number => low + (high - low) * t;
  const images: Pair[] = [];
  for (let k = 0; k < points; k++) {
    const image = value([between(region.x, data[k]!), between(region.y, data[points + k]!)]);
    if (image !== undefined) images.push([image[0]!, image[1]!]);
  }
  return images;
};

/** The smallest box that holds all points. */
const frameOf = (images: readonly Pair[]): Box => {
  const range = (k: 0 | 1): Pair => {
    let [low, high] = [Infinity, -Infinity];
    for (const image of images) {
      low = Math.min(low, image[k]);
      high = Math.max(high, image[k]);
    }
    // A little wider, so that the greatest falls into a cell.
    return [low, high + 1e-9 * (1 + high - low)];
  };
  return { x: range(0), y: range(1) };
};

/** The area of the cells that points fall into; those along the edge are half full on average. */
const count = (images: readonly Pair[]): Counted => {
  const frame = frameOf(images);
  const [width, height] = [frame.x[1] - frame.x[0], frame.y[1] - frame.y[0]];
  const counts = new Uint32Array(cells * cells);
  for (const [x, y] of images) {
    const column = Math.floor(((x - frame.x[0]) / width) * cells);
    const row = Math.floor(((y - frame.y[0]) / height) * cells);
    counts[row * cells + column]! += 1;
  }
  const isHit = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < cells && column < cells && counts[row * cells + column]! > 0;
  let [inner, edge] = [0, 0];
  for (let k = 0; k < counts.length; k++) {
    const [row, column] = [Math.floor(k / cells), k % cells];
    if (!isHit(row, column)) continue;
    const isInner =
      isHit(row - 1, column) &&
      isHit(row + 1, column) &&
      isHit(row, column - 1) &&
      isHit(row, column + 1);
    if (isInner) inner++;
    else edge++;
  }
  const cell = (width * height) / cells ** 2;
  return { area: (inner + edge / 2) * cell, error: (edge / 2) * cell, frame, counts };
};

/** The area of the image of a region by both ways. */
export const measure = (question: Question): Measured => {
  const { compiled, region } = question;
  const images = imagesOf(question);
  if (images.length < points) {
    return {
      refused: `The map has no finite value at ${points - images.length} of ${points} points of the region: take one inside its domain.`,
    };
  }
  try {
    const { value, error, evaluations, orientation, warnings } = changeOfVariables(
      () => 1,
      modelOf(compiled).generic,
      [[...region.x], [...region.y]] as [[number, number], [number, number]],
      { tolerance: 1e-8, maxEvaluations: 50_000 },
    );
    const integrated = { area: value, error, evaluations, orientation, warnings };
    return { integrated, counted: count(images) };
  } catch (error) {
    if (error instanceof JacobianError) return { refused: error.message };
    throw error;
  }
};
