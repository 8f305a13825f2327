import { useDeferredValue, useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { Curve, type Strokes } from "../../ui/curve.tsx";
import { DragPoint } from "../../ui/drag-point.tsx";
import { shown } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { beyond, useFrame } from "../../ui/use-frame.ts";
import { useLast } from "../../ui/use-last.ts";
import { DeterminantImage } from "../map/determinant-image.tsx";
import { fitting, gridOf, imageOf } from "../map/geometry.ts";
import { Amounts } from "./amounts.tsx";
import { countsPicture, densityPicture } from "./cells-picture.ts";
import { Controls } from "./controls.tsx";
import type { Counted } from "./count.ts";
import { isArea, readDensity } from "./density.ts";
import { regionOf, useMeasure } from "./use-measure.ts";

const outlineOf = ({ x, y }: Box): readonly Pair[] => {
  const steps = Array.from({ length: 65 }, (_, k) => k / 64);
  const along = ([low, high]: Pair) => steps.map((t) => low + (high - low) * t);
  return [
    ...along(x).map((u): Pair => [u, y[0]]),
    ...along(y).map((v): Pair => [x[1], v]),
    ...along([x[1], x[0]]).map((u): Pair => [u, y[1]]),
    ...along([y[1], y[0]]).map((v): Pair => [x[0], v]),
  ];
};

interface RegionProps {
  readonly model: Model;
  readonly region: Box;
}

const InputPlane = ({ model, region }: RegionProps) => {
  const { state, set } = usePage();
  const box = useFrame(model, [state.from, state.to]);
  const all = useMemo(() => beyond(box), [box]);
  const outline = useMemo(() => [outlineOf(region)], [region]);
  const grid = useMemo(() => gridOf(region, 8), [region]);
  return (
    <Plane
      title={`Input: a region of ${model.variables.join(", ")}`}
      description={`The box from ${model.variables[0]!} = ${shown(region.x[0])} to ${shown(region.x[1])}, ${model.variables[1]!} = ${shown(region.y[0])} to ${shown(region.y[1])}.`}
      box={box}
    >
      <DeterminantImage model={model} box={all} />
      <Curve strokes={grid} color="var(--accent)" opacity={0.5} />
      <Curve strokes={outline} color="var(--accent)" width={2.5} />
      {(["from", "to"] as const).map((corner) => (
        <DragPoint
          key={corner}
          name={corner === "from" ? "Region from" : "Region to"}
          point={state[corner]}
          color="var(--accent)"
          onMove={(point) => set({ [corner]: point })}
        />
      ))}
    </Plane>
  );
};

interface CellsProps {
  readonly counted: Counted;
  readonly isArea: boolean;
}

const Cells = ({ counted, isArea: showsCounts }: CellsProps) => {
  const picture = useMemo(
    () => (showsCounts ? countsPicture(counted) : densityPicture(counted)),
    [counted, showsCounts],
  );
  const { x, y } = counted.frame;
  if (picture === undefined) return null;
  return (
    <image
      href={picture}
      width={x[1] - x[0]}
      height={y[1] - y[0]}
      preserveAspectRatio="none"
      style={{
        transform: `var(--mafs-view-transform) translate(${x[0]}px, ${y[1]}px) scale(1, -1)`,
      }}
    />
  );
};

interface OutputProps extends RegionProps {
  readonly counted: Counted | undefined;
  readonly isArea: boolean;
}

const OutputPlane = ({ model, region, counted, isArea: showsCounts }: OutputProps) => {
  const image: Strokes = useMemo(() => imageOf(gridOf(region, 8), model), [region, model]);
  const outline: Strokes = useMemo(() => imageOf([outlineOf(region)], model), [region, model]);
  const box = useMemo(() => fitting(outline), [outline]);
  return (
    <Plane
      title={`Output: its image, darker where ${showsCounts ? "points lie closer" : "|g| is larger"}`}
      description={`The image of the region, and ${showsCounts ? "the points that fell into it" : "the density g over it"}.`}
      box={box}
    >
      {counted !== undefined && <Cells counted={counted} isArea={showsCounts} />}
      <Curve strokes={image} color="var(--accent)" opacity={0.4} />
      <Curve strokes={outline} color="var(--accent)" width={2.5} />
    </Plane>
  );
};

/** The density that was last read, what is wrong with the text as it is now. */
const useDensity = () => {
  const text = useDeferredValue(usePage().state.density);
  const read = useMemo(() => readDensity(text), [text]);
  const source = useLast(undefined, "typed" in read ? text : undefined);
  return { source, problem: "problem" in read ? read.problem : undefined };
};

/** A box and its image: what a density comes to over it by |det J|, and by counting points. */
export const RegionPart = ({ model }: { readonly model: Model }) => {
  const { from, to } = usePage().state;
  const region = useMemo(() => regionOf(from, to), [from, to]);
  const { source = "1", problem } = useDensity();
  const { last, isCurrent } = useMeasure(model, region, source);
  const counted =
    isCurrent && last !== undefined && "counted" in last.measured
      ? last.measured.counted
      : undefined;
  return (
    <section aria-label="A region through the map">
      <Controls variables={model.variables} problem={problem} />
      <div className="planes">
        <InputPlane model={model} region={region} />
        <OutputPlane model={model} region={region} counted={counted} isArea={isArea(source)} />
      </div>
      <div className="card">
        {!isCurrent && <p role="status">Counting 250 000 points …</p>}
        {last !== undefined && (
          <Amounts measured={last.measured} isArea={isArea(last.about.density)} />
        )}
      </div>
    </section>
  );
};
