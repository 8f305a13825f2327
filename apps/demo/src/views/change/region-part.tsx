import { MovablePoint } from "mafs";
import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { presets } from "../../model/presets.ts";
import { Coordinates } from "../../ui/coordinates.tsx";
import { Curve, type Strokes } from "../../ui/curve.tsx";
import { shown } from "../../ui/numbers.ts";
import { type Box, Plane } from "../../ui/plane.tsx";
import { pairOf, vec } from "../../ui/points.ts";
import { DeterminantImage } from "../map/determinant-image.tsx";
import { fitting, gridOf, imageOf } from "../map/geometry.ts";
import { beyond, useFrame } from "../../ui/use-frame.ts";
import { cellsPicture } from "./cells-picture.ts";
import { examples } from "./examples.ts";
import type { Counted, Measured } from "./measure.ts";
import { regionOf, useMeasure } from "./use-measure.ts";
import { agreement, orientationOf } from "./words.ts";

const Controls = ({ variables }: { readonly variables: readonly string[] }) => {
  const { state, set } = usePage();
  const mapOf = (name: string) => presets.find((each) => each.name === name)!;
  const isShown = ({ map, from, to }: (typeof examples)[number]): boolean =>
    mapOf(map).f === state.f && String([from, to]) === String([state.from, state.to]);
  return (
    <div className="row controls">
      <label>
        Look at{" "}
        <select
          value={examples.find(isShown)?.name ?? ""}
          onChange={({ target }) => {
            const chosen = examples.find(({ name }) => name === target.value);
            if (chosen === undefined) return;
            const { f, vars } = mapOf(chosen.map);
            set({ f, vars, from: chosen.from, to: chosen.to });
          }}
        >
          {!examples.some(isShown) && <option value="">Your own</option>}
          {examples.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((corner) => (
        <Coordinates
          key={corner}
          legend={corner === "from" ? "Region from" : "Region to"}
          names={variables}
          value={state[corner]}
          onChange={(point) => set({ [corner]: pairOf(point)! })}
        />
      ))}
    </div>
  );
};

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
        <MovablePoint
          key={corner}
          point={vec(state[corner])}
          color="var(--accent)"
          onMove={(point) => set({ [corner]: point })}
        />
      ))}
    </Plane>
  );
};

const Cells = ({ counted }: { readonly counted: Counted }) => {
  const picture = useMemo(() => cellsPicture(counted), [counted]);
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
}

const OutputPlane = ({ model, region, counted }: OutputProps) => {
  const image: Strokes = useMemo(() => imageOf(gridOf(region, 8), model), [region, model]);
  const outline: Strokes = useMemo(() => imageOf([outlineOf(region)], model), [region, model]);
  const box = useMemo(() => fitting(outline), [outline]);
  return (
    <Plane
      title="Output: its image, darker where points lie closer"
      description="The image of the region, and the points that fell into it."
      box={box}
    >
      {counted !== undefined && <Cells counted={counted} />}
      <Curve strokes={image} color="var(--accent)" opacity={0.4} />
      <Curve strokes={outline} color="var(--accent)" width={2.5} />
    </Plane>
  );
};

const Areas = ({ measured }: { readonly measured: Measured }) => {
  if ("refused" in measured) {
    return <p role="alert">{measured.refused}</p>;
  }
  const { integrated, counted } = measured;
  const difference = integrated.area - counted.area;
  return (
    <>
      <table data-testid="areas">
        <thead>
          <tr>
            <th scope="col">Area of the image</th>
            <th scope="col">Value</th>
            <th scope="col">Error</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">∫∫ |det J| over the region</th>
            <td>{shown(integrated.area)}</td>
            <td>{shown(integrated.error)}, estimated</td>
          </tr>
          <tr>
            <th scope="row">Counted: cells with a point</th>
            <td>{shown(counted.area)}</td>
            <td>± {shown(counted.error)}, for the edge</td>
          </tr>
          <tr>
            <th scope="row">Difference</th>
            <td>{shown(difference)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p data-testid="agreement" aria-live="polite">
        {agreement(integrated, counted)}
      </p>
      <p>
        {orientationOf(integrated)} Whether the map is one-to-one on the region is not looked into (
        <code>injective: &quot;unverified&quot;</code>): what is covered twice counts twice.
      </p>
      {integrated.warnings.map((warning) => (
        <p key={warning} role="alert">
          Warning: {warning}.
        </p>
      ))}
    </>
  );
};

/** A box and its image: the area by |det J|, and by counting points. */
export const RegionPart = ({ model }: { readonly model: Model }) => {
  const { from, to } = usePage().state;
  const region = useMemo(() => regionOf(from, to), [from, to]);
  const { last, isCurrent } = useMeasure(model, region);
  const measured = last?.measured;
  const counted = measured && "counted" in measured && isCurrent ? measured.counted : undefined;
  return (
    <section aria-label="A region through the map">
      <Controls variables={model.variables} />
      <div className="planes">
        <InputPlane model={model} region={region} />
        <OutputPlane model={model} region={region} counted={counted} />
      </div>
      <div className="card">
        {!isCurrent && <p role="status">Counting 250 000 points …</p>}
        {measured !== undefined && <Areas measured={measured} />}
      </div>
    </section>
  );
};
