import { column, row, svd } from "jacobian";
import { Ellipse, Point, Vector } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Model, Sample } from "../../model/model.ts";
import { Curve } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { pairOf, vec } from "../../ui/points.ts";
import { around, levelLines } from "./contours.ts";
import type { Part } from "./part.ts";

export interface PicturesProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly part: Part;
  readonly box: Box;
  readonly onMove: (at: Pair) => void;
}

const along = ([x, y]: Pair, [dx, dy]: readonly number[], length = 1): [number, number] => [
  x + length * (dx ?? 0),
  y + length * (dy ?? 0),
];

/** The level lines of an output, and its gradient across them. */
export const InputPicture = ({ model, sample, part, box, onMove }: PicturesProps) => {
  const output = part.kind === "row" ? part.index : 0;
  const lines = useMemo(() => levelLines(model, output, around(box)), [model, output, box]);
  const at = pairOf(sample.x);
  if (at === undefined) return null;
  const gradient = [...row(sample.jacobian, output)];
  return (
    <Plane
      title={`Input: level lines of output ${output + 1}, and its gradient`}
      description={`At ${shownPoint(at)} the gradient of output ${output + 1} is ${shownPoint(gradient)}, across the level lines.`}
      box={box}
    >
      <Curve strokes={lines} color="var(--grid)" width={1.2} />
      {part.kind === "column" && (
        <Vector
          tail={vec(at)}
          tip={along(at, part.index === 0 ? [1, 0] : [0, 1])}
          color="var(--second)"
        />
      )}
      {part.kind !== "column" && (
        <Vector tail={vec(at)} tip={along(at, gradient)} color="var(--first)" />
      )}
      <DragPoint name="Point" point={at} onMove={onMove} color="var(--accent)" />
    </Plane>
  );
};

/** The image of a unit circle: an ellipse whose half axes are singular values. */
export const OutputPicture = ({ sample, part }: PicturesProps) => {
  const { U, s } = useMemo(() => svd(sample.jacobian), [sample]);
  const center = pairOf(sample.value);
  const [first = 0, second = 0] = s;
  if (center === undefined) return null;
  const reach = Math.max(1, 1.4 * first);
  const axes = [0, 1].map((k) => [...column(U, k)].map((entry) => entry * (s[k] ?? 0)));
  const box: Box = {
    x: [center[0] - reach, center[0] + reach],
    y: [center[1] - reach, center[1] + reach],
  };
  return (
    <Plane
      title="Output: the image of a unit circle"
      description={`An ellipse around ${shownPoint(center)} with half axes ${shownPoint([first, second])}, the singular values.`}
      box={box}
    >
      <Ellipse
        center={vec(center)}
        radius={[first, second]}
        angle={Math.atan2(U.at(1, 0), U.at(0, 0))}
        color="var(--accent)"
        fillOpacity={0.12}
      />
      {part.kind === "column" ? (
        <Vector
          tail={vec(center)}
          tip={along(center, [...column(sample.jacobian, part.index)])}
          color="var(--second)"
        />
      ) : (
        axes.map((axis, k) => (
          <Vector key={k} tail={vec(center)} tip={along(center, axis)} color="var(--accent)" />
        ))
      )}
      <Point x={center[0]} y={center[1]} color="var(--ink)" />
    </Plane>
  );
};
