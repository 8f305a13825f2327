import { Point } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import type { Modelled } from "../../model/use-model.ts";
import { Curve, type Strokes } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { FormulaInput } from "../../ui/formula-input.tsx";
import { matrixTex } from "../../ui/matrix-tex.ts";
import { shownPoint } from "../../ui/numbers.ts";
import { Plane } from "../../ui/plane.tsx";
import { pairOf } from "../../ui/points.ts";
import { Tex } from "../../ui/tex.tsx";
import { useHome } from "../../ui/use-home.ts";
import { fitting } from "../map/geometry.ts";

export interface StageProps {
  /** Counted from 1, in the order in which the maps are applied. */
  readonly place: number;
  readonly text: string;
  readonly modelled: Modelled;
  readonly onChange: (text: string) => void;
}

/** One map of the chain: its formulas, and its Jacobian as formulas. */
export const Stage = ({ place, text, modelled, onChange }: StageProps) => {
  const { model, refused } = modelled;
  return (
    <section className="card" aria-label={`Map ${place}`}>
      <FormulaInput
        label={`Formulas of map ${place}`}
        example="x + y; x*y"
        value={text}
        problem={refused}
        onChange={onChange}
      />
      {model !== undefined && text.trim() !== "" && (
        <Tex tex={`J_{${place}} = ${matrixTex(model.latex.jacobian)}`} display />
      )}
    </section>
  );
};

export interface StagePictureProps {
  readonly title: string;
  /** The square, and what has become of it so far. */
  readonly outline: Strokes;
  readonly at: readonly number[];
  readonly color: string;
  /** Of the first picture, whose point can be moved. */
  readonly onMove?: (at: Pair) => void;
}

/** Where the square is after some of the maps. */
export const StagePicture = ({ title, outline, at, color, onMove }: StagePictureProps) => {
  const point: Pair | undefined = pairOf(at);
  // Where a point is dragged the plane must not move under it.
  const home = useHome(title, point ?? [0, 0]);
  const fitted = useMemo(() => fitting(outline), [outline]);
  const box = onMove === undefined ? fitted : home;
  if (point === undefined || at.length !== 2) return null;
  return (
    <Plane
      title={title}
      description={`The point is at ${shownPoint(at)} now.`}
      box={box}
      height={220}
    >
      <Curve strokes={outline} color={color} width={2} fill={color} fillOpacity={0.2} />
      {onMove === undefined ? (
        <Point x={point[0]} y={point[1]} color={color} />
      ) : (
        <DragPoint name="Corner of the square" point={point} onMove={onMove} color={color} />
      )}
    </Plane>
  );
};
