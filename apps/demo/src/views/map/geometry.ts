import { add, matmul } from "jacobian";
import { farthest, type Pair } from "../../app/fields.ts";
import type { Model, Sample } from "../../model/model.ts";
import { type Strokes, strokesOf } from "../../ui/curve.tsx";
import type { Box } from "../../ui/plane.tsx";
import { pairOf } from "../../ui/points.ts";

const between = (from: number, to: number, t: number): number => from + (to - from) * t;

const steps = (count: number): readonly number[] =>
  Array.from({ length: count + 1 }, (_, k) => k / count);

/** The lines x = const and y = const of a box, fine enough to be bent. */
export const gridOf = ({ x, y }: Box, lines = 16, segments = 48): Strokes => {
  const along = steps(segments);
  return steps(lines).flatMap((t) => [
    along.map((s): Pair => [between(...x, t), between(...y, s)]),
    along.map((s): Pair => [between(...x, s), between(...y, t)]),
  ]);
};

/** The square with a corner at a point, counterclockwise, and closed. */
export const squareAt = ([x, y]: Pair, side: number, segments = 16): readonly Pair[] => {
  const edge = steps(segments)
    .slice(1)
    .map((t) => side * t);
  return [
    [x, y],
    ...edge.map((t): Pair => [x + t, y]),
    ...edge.map((t): Pair => [x + side, y + t]),
    ...edge.map((t): Pair => [x + side - t, y + side]),
    ...edge.map((t): Pair => [x, y + side - t]),
  ];
};

/** A plane that shows more than a point may be away has no scale: Mafs rounds it to 0. */
const drawable = (point: Pair | undefined): Pair | undefined =>
  point?.every((coordinate) => Math.abs(coordinate) <= farthest) === true ? point : undefined;

/** What a map makes of curves; a gap where it is undefined, or runs away. */
export const imageOf = (strokes: Strokes, { value }: Model): Strokes =>
  strokes.flatMap((stroke) => strokesOf(stroke.map((point) => drawable(pairOf(value(point))))));

/** f(x) + J h: what the best linear map makes of a step. */
export const linearly = ({ value, jacobian }: Sample, h: Pair): Pair => {
  const image = add(Float64Array.from(value), matmul(jacobian, Float64Array.from(h)));
  return [image[0]!, image[1]!];
};

/** The corners of the image of a square under the best linear map. */
export const parallelogramAt = (sample: Sample, side: number): readonly Pair[] => {
  const corners: readonly Pair[] = [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ];
  return corners.map((h) => linearly(sample, h));
};

const middle = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

/** A box that shows most of what is drawn: what runs away to infinity shall not make the rest a dot. */
export const fitting = (strokes: Strokes): Box => {
  const range = (k: 0 | 1): Pair => {
    const values = strokes
      .flatMap((stroke) => stroke.map((point) => point[k]))
      .sort((a, b) => a - b);
    const [low, high] = [middle(values, 0.02), middle(values, 0.98)];
    const margin = Math.max(0.5, 0.08 * (high - low));
    return [low - margin, high + margin];
  };
  return strokes.length === 0 ? { x: [-3, 3], y: [-3, 3] } : { x: range(0), y: range(1) };
};
