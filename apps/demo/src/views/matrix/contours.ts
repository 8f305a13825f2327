import { contours } from "d3-contour";
import type { Pair } from "../../app/fields.ts";
import type { Model } from "../../model/model.ts";
import type { Strokes } from "../../ui/curve.tsx";
import type { Box } from "../../ui/plane.tsx";

const resolution = 64;
const levels = 14;

/** The height of a landscape over a point of the plane; NaN where it is undefined. */
export type Height = (at: Pair) => number;

/** Heights over a box, row by row from below. */
const heightsOf = (height: Height, { x, y }: Box): readonly number[] =>
  Array.from({ length: resolution ** 2 }, (_, k) => {
    const [column, row] = [(k % resolution) + 0.5, Math.floor(k / resolution) + 0.5];
    return height([
      x[0] + ((x[1] - x[0]) * column) / resolution,
      y[0] + ((y[1] - y[0]) * row) / resolution,
    ]);
  });

/** The level lines of one output of a map of the plane. */
export const levelLines = (model: Model, output: number, box: Box): Strokes =>
  levelLinesOf((at) => model.value(at)?.[output] ?? NaN, box);

/** The level lines of a landscape over a box. */
export const levelLinesOf = (height: Height, box: Box): Strokes => {
  const heights = heightsOf(height, box);
  const inPlane = ([column, row]: readonly number[]): Pair => [
    box.x[0] + ((box.x[1] - box.x[0]) * column!) / resolution,
    box.y[0] + ((box.y[1] - box.y[0]) * row!) / resolution,
  ];
  const isInside = ([column, row]: readonly number[]): boolean =>
    [column!, row!].every((place) => place > 0.01 && place < resolution - 0.01);
  return contours()
    .size([resolution, resolution])
    .thresholds(levels)([...heights])
    .flatMap(({ coordinates }) => coordinates.flat())
    .flatMap((ring) => openedAt(ring, isInside))
    .map((line) => line.map(inPlane));
};

/** A ring without the parts that run along the edge of the picture. */
const openedAt = (
  ring: readonly (readonly number[])[],
  isInside: (point: readonly number[]) => boolean,
): readonly (readonly (readonly number[])[])[] => {
  const lines: (readonly number[])[][] = [[]];
  for (const point of ring) {
    if (isInside(point)) lines.at(-1)!.push(point);
    else if (lines.at(-1)!.length > 0) lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
};
