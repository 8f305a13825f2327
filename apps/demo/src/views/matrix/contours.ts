import { contours } from "d3-contour";
import type { Pair } from "../../app/fields.ts";
import type { Model } from "../../model/model.ts";
import type { Strokes } from "../../ui/curve.tsx";
import type { Box } from "../../ui/plane.tsx";

const columns = 84;
const rows = 56;
const levels = 22;

/** As far as a picture shows whose sides are not as those of its box. */
export const around = ({ x, y }: Box): Box => {
  const more = ([from, to]: Pair, share: number): Pair => {
    const length = share * (to - from);
    return [from - length, to + length];
  };
  return { x: more(x, 0.7), y: more(y, 0.15) };
};

/** The height of a landscape over a point of the plane; NaN where it is undefined. */
export type Height = (at: Pair) => number;

/** Heights over a box, row by row from below. */
const heightsOf = (height: Height, { x, y }: Box): readonly number[] =>
  Array.from({ length: columns * rows }, (_, k) => {
    const [column, row] = [(k % columns) + 0.5, Math.floor(k / columns) + 0.5];
    return height([x[0] + ((x[1] - x[0]) * column) / columns, y[0] + ((y[1] - y[0]) * row) / rows]);
  });

/** The level lines of one output of a map of the plane. */
export const levelLines = (model: Model, output: number, box: Box): Strokes =>
  levelLinesOf((at) => model.value(at)?.[output] ?? NaN, box);

/** The level lines of a landscape over a box. */
export const levelLinesOf = (height: Height, box: Box): Strokes => {
  const heights = heightsOf(height, box);
  const inPlane = ([column, row]: readonly number[]): Pair => [
    box.x[0] + ((box.x[1] - box.x[0]) * column!) / columns,
    box.y[0] + ((box.y[1] - box.y[0]) * row!) / rows,
  ];
  const isInside = ([column, row]: readonly number[]): boolean =>
    Math.min(column!, row!, columns - column!, rows - row!) > 0.01;
  return contours()
    .size([columns, rows])
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
