import { column, Matrix, matmul } from "jacobian";
import { Point, Text, Vector } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Model, Sample } from "../../model/model.ts";
import { Curve, type Strokes, strokesOf } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { vec } from "../../ui/points.ts";
import { fitting, gridOf } from "../map/geometry.ts";
import type { Part } from "./part.ts";

/** Space on paper: the first axis comes towards the reader, the second goes right, the third up. */
const onPaper = Matrix.fromRows([
  [-0.5, 1, 0],
  [-0.35, 0, 1],
]);

const units = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;

/** Where a value is drawn: over its variable, in the plane, or in space. */
const placeOf = (x: readonly number[], value: readonly number[]): Pair => {
  const [first = 0, second = 0] =
    value.length === 1
      ? [x[0], value[0]]
      : value.length === 2
        ? value
        : matmul(onPaper, Float64Array.from(value));
  return [first, second];
};

/** The lines of the variables that are drawn: one of them for a curve, a grid for a surface. */
const linesOf = (box: Box, variables: number): readonly (readonly (readonly number[])[])[] =>
  variables === 2
    ? gridOf(box, 14, 40)
    : [Array.from({ length: 401 }, (_, k) => [box.x[0] + ((box.x[1] - box.x[0]) * k) / 400])];

interface Place {
  readonly x: readonly number[];
  readonly at: Pair;
}

/** The lines with what becomes of them; a gap where the map is undefined. */
const placesOf = (model: Model, box: Box): readonly (readonly (Place | undefined)[])[] =>
  linesOf(box, model.variables.length).map((line) =>
    line.map((x) => {
      const value = model.value(x);
      return value && { x, at: placeOf(x, value) };
    }),
  );

const nearest = (places: readonly Place[], [x, y]: Pair): Place | undefined => {
  const far = ({ at }: Place): number => (at[0] - x) ** 2 + (at[1] - y) ** 2;
  return places.reduce<Place | undefined>(
    (best, each) => (best === undefined || far(each) < far(best) ? each : best),
    undefined,
  );
};

/** The axes of space, as long as the picture is large. */
const SpaceAxes = ({ length }: { readonly length: number }) =>
  units.map((unit, k) => {
    const [x, y] = placeOf(
      [],
      unit.map((each) => length * each),
    );
    return (
      <g key={k}>
        <Curve
          strokes={[
            [
              [0, 0],
              [x, y],
            ],
          ]}
          color="var(--soft)"
        />
        <Text x={x} y={y} attach="ne" size={15} color="var(--soft)">
          {`f${"₁₂₃"[k]!}`}
        </Text>
      </g>
    );
  });

export interface ImagePictureProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly part: Part;
  readonly box: Box;
  readonly onMove: (x: readonly number[]) => void;
}

const kinds = ["a graph", "a curve in the plane", "a curve in space"];

/** A curve with its velocity, or a surface with what its tangent plane is spanned by: the columns of J. */
export const ImagePicture = ({ model, sample, part, box, onMove }: ImagePictureProps) => {
  const places = useMemo(() => placesOf(model, box), [model, box]);
  const strokes: Strokes = useMemo(
    () => places.flatMap((line) => strokesOf(line.map((place) => place?.at))),
    [places],
  );
  const frame = useMemo(() => fitting(strokes), [strokes]);
  const isCurve = model.variables.length === 1;
  const inSpace = sample.value.length === 3;
  const at = placeOf(sample.x, sample.value);
  const columns = model.variables.map((_, k) => [...column(sample.jacobian, k)]);
  const tips = columns.map((each): Pair => {
    const [dx, dy] = placeOf([1], each);
    return [at[0] + dx, at[1] + dy];
  });
  const said = isCurve
    ? `At ${model.variables[0]!} = ${shown(sample.x[0]!)} it is at ${shownPoint(sample.value)}, and its velocity is ${shownPoint(columns[0]!)}.`
    : `At ${shownPoint(sample.value)} the columns ${columns.map(shownPoint).join(" and ")} span the tangent plane.`;
  const kind = isCurve ? kinds[sample.value.length - 1]! : "a surface in space";
  return (
    <Plane
      title={isCurve ? `Output: ${kind}, and its velocity` : `Output: ${kind}, and its tangents`}
      description={said}
      box={frame}
      grid={!inSpace}
    >
      {inSpace && <SpaceAxes length={(frame.x[1] - frame.x[0]) / 3} />}
      <Curve
        strokes={strokes}
        color={isCurve ? "var(--ink)" : "var(--grid)"}
        width={isCurve ? 2 : 1}
      />
      {tips.map(
        (tip, k) =>
          (part.kind !== "column" || part.index === k) && (
            <Vector
              key={k}
              tail={vec(at)}
              tip={vec(tip)}
              color={k === 0 ? "var(--first)" : "var(--second)"}
              weight={2.5}
            />
          ),
      )}
      {isCurve ? (
        <DragPoint
          name="Value"
          point={at}
          color="var(--accent)"
          constrain={(point) => nearest(placesIn(places), point)?.at ?? at}
          onMove={(point) => {
            const found = nearest(placesIn(places), point);
            if (found !== undefined) onMove(found.x);
          }}
        />
      ) : (
        <Point x={at[0]} y={at[1]} color="var(--accent)" />
      )}
    </Plane>
  );
};

const placesIn = (places: readonly (readonly (Place | undefined)[])[]): readonly Place[] =>
  places.flat().filter((place) => place !== undefined);
