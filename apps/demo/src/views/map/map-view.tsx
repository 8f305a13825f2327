import { Polygon, Vector } from "mafs";
import { useMemo } from "react";
import { useMapModel } from "../../app/model-context.ts";
import type { Pair } from "../../app/fields.ts";
import { Part } from "../../app/part.tsx";
import type { State } from "../../app/state.ts";
import { usePage } from "../../app/use-state.tsx";
import { determinantOf } from "../../model/determinant.ts";
import type { Model, Sample } from "../../model/model.ts";
import { Coordinates } from "../../ui/coordinates.tsx";
import { Curve } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { useLast } from "../../ui/use-last.ts";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { pairOf, vec } from "../../ui/points.ts";
import { Tex } from "../../ui/tex.tsx";
import { beyond } from "../../ui/use-frame.ts";
import { useHome } from "../../ui/use-home.ts";
import { DeterminantImage } from "./determinant-image.tsx";
import { strength } from "./determinant-picture.ts";
import { ErrorPlot } from "./error-plot.tsx";
import { JacobianReading } from "./jacobian-reading.tsx";
import { fitting, gridOf, imageOf, linearly, parallelogramAt, squareAt } from "./geometry.ts";

/** The point in the plane. */
const atOf = ({ at }: State): Pair => [at[0] ?? 1, at[1] ?? 1];

interface PictureProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly box: Box;
}

const InputPlane = ({ model, box }: PictureProps) => {
  const { state, set } = usePage();
  const grid = useMemo(() => gridOf(box), [box]);
  const all = useMemo(() => beyond(box), [box]);
  const [x, y] = atOf(state);
  return (
    <Plane
      title={`Input: ${model.variables.join(", ")}`}
      description={`The point ${shownPoint(state.at)} and a square of side ${shown(state.side)} at it.`}
      box={box}
    >
      {state.field && <DeterminantImage model={model} box={all} />}
      <Curve strokes={grid} color="var(--grid)" />
      <Curve
        strokes={[squareAt([x, y], state.side)]}
        color="var(--accent)"
        width={2}
        fill="var(--accent)"
        fillOpacity={0.25}
      />
      <Vector tail={[x, y]} tip={[x + state.side, y]} color="var(--first)" />
      <Vector tail={[x, y]} tip={[x, y + state.side]} color="var(--second)" />
      <DragPoint name="Point" point={[x, y]} onMove={(at) => set({ at })} color="var(--accent)" />
    </Plane>
  );
};

const OutputPlane = ({ model, sample, box }: PictureProps) => {
  const { state } = usePage();
  const image = useMemo(() => imageOf(gridOf(box), model), [model, box]);
  const frame = useMemo(() => fitting(image), [image]);
  const square = imageOf([squareAt(atOf(state), state.side)], model);
  const determinant = determinantOf(sample) ?? 0;
  const tail = pairOf(sample.value) ?? [0, 0];
  const color = determinant < 0 ? "var(--negative)" : "var(--positive)";
  const arrow = (h: readonly [number, number]) => vec(linearly(sample, h));
  return (
    <Plane
      title={
        <>
          Output: <Tex tex="f" />
        </>
      }
      description={`The point goes to ${shownPoint(sample.value)}; the square becomes a curved patch beside a parallelogram of ${shown(Math.abs(determinant))} times its area${determinant < 0 ? ", turned over" : ""}.`}
      box={frame}
    >
      <Curve strokes={image} color="var(--grid)" />
      <Polygon
        points={parallelogramAt(sample, state.side).map(vec)}
        color={color}
        fillOpacity={0.15 + 0.5 * strength(determinant)}
      />
      <Curve strokes={square} color="var(--accent)" width={2} />
      <Vector tail={vec(tail)} tip={arrow([state.side, 0])} color="var(--first)" />
      <Vector tail={vec(tail)} tip={arrow([0, state.side])} color="var(--second)" />
    </Plane>
  );
};

const Controls = ({ names }: { readonly names: readonly string[] }) => {
  const { state, set } = usePage();
  return (
    <div className="row controls">
      <Coordinates
        legend="Point"
        names={names}
        value={atOf(state)}
        onChange={(at) => set({ at })}
      />
      <label>
        Side of the square{" "}
        <input
          type="range"
          min={-3}
          max={Math.log10(2)}
          step={0.01}
          value={Math.log10(state.side)}
          aria-valuetext={shown(state.side)}
          onChange={({ target }) => set({ side: 10 ** target.valueAsNumber })}
        />{" "}
        <output>{shown(state.side)}</output>
      </label>
      <label>
        <input
          type="checkbox"
          checked={state.field}
          onChange={({ target }) => set({ field: target.checked })}
        />{" "}
        Colour the plane by det J
      </label>
    </div>
  );
};

/** Left the plane, right what the map makes of it; near the point they differ by a linear map. */
export const MapView = () => {
  const { state } = usePage();
  const { model } = useMapModel();
  const [x, y] = atOf(state);
  const sample = useMemo(() => model?.at([x, y]), [model, x, y]);
  const last = useLast(model, sample);
  const home = useHome(model, atOf(state));
  if (model === undefined) return <p role="status">Reading the map …</p>;
  if (model.outputs.length !== 2 || model.variables.length !== 2) {
    return (
      <p role="alert">
        This view shows maps of the plane: two variables and two formulas. This one has{" "}
        {model.variables.length} and {model.outputs.length}; the view Matrix shows all shapes.
      </p>
    );
  }
  return (
    <>
      <Controls names={model.variables} />
      {sample === undefined && (
        <p role="alert">
          The map has no finite value or derivative at {shownPoint([x, y])}
          {last === undefined ? "." : `; the picture is of ${shownPoint(last.x)}, where it had.`}
        </p>
      )}
      {last !== undefined && (
        <>
          <Part of={1}>
            <div className="planes">
              <InputPlane model={model} sample={last} box={home} />
              <OutputPlane model={model} sample={last} box={home} />
            </div>
          </Part>
          <div className="planes">
            <Part of={1}>
              <JacobianReading model={model} sample={last} />
            </Part>
            <Part of={2}>
              <ErrorPlot model={model} sample={last} side={state.side} />
            </Part>
          </div>
        </>
      )}
    </>
  );
};
