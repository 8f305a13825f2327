import { useMemo } from "react";
import { useMapModel } from "../../app/model-context.ts";
import { Part, Prose } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import { Coordinates } from "../../ui/coordinates.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { pointFor } from "../../ui/points.ts";
import { useLast } from "../../ui/use-last.ts";
import { MapCosts, NetworkCosts } from "./costs.tsx";
import "./directions.css";
import { directionsAt } from "./directions.ts";
import { FlowPanel } from "./flow-panel.tsx";
import { InputPlane, OutputPlane } from "./planes.tsx";
import { Readings } from "./readings.tsx";

const useDirections = () => {
  const { at, v, w } = usePage().state;
  const { model } = useMapModel();
  // Each by itself: what depends on w alone shall not be computed again while the point is dragged.
  const point = useMemo(() => model && pointFor(model.variables, at), [model, at]);
  const tangent = useMemo(() => model && pointFor(model.variables, v), [model, v]);
  const covector = useMemo(() => model && pointFor(model.outputs, w), [model, w]);
  const directions = useMemo(
    () => model && point && tangent && covector && directionsAt(model, point, tangent, covector),
    [model, point, tangent, covector],
  );
  return { model, directions, last: useLast(model, directions) };
};

/** A tangent is pushed forward, a covector pulled back: what the two modes of differentiation do. */
export const DirectionsView = () => {
  const { state, set } = usePage();
  const { model, directions, last } = useDirections();
  if (model === undefined) return <p role="status">Reading the map …</p>;
  const { variables, outputs } = model;
  const point = pointFor(variables, state.at);
  return (
    <>
      <div className="row controls">
        <Coordinates
          legend="Point"
          names={variables}
          value={point}
          onChange={(at) => set({ at })}
        />
        <Coordinates
          legend="Tangent v"
          names={variables.map((name) => `d${name}`)}
          value={pointFor(variables, state.v)}
          onChange={(v) => set({ v })}
        />
        <Coordinates
          legend="Covector w"
          names={outputs.map((_, k) => `w${k + 1}`)}
          value={pointFor(outputs, state.w)}
          onChange={(w) => set({ w })}
        />
      </div>
      {directions === undefined && (
        <p role="alert">
          The map has no finite value or derivative at {shownPoint(point)}
          {last === undefined ? "." : "; what is shown is of the last point where it had."}
        </p>
      )}
      {last !== undefined && (
        <>
          <Part of={1}>
            <div className="planes">
              {variables.length === 2 && <InputPlane model={model} directions={last} />}
              {outputs.length === 2 && <OutputPlane model={model} directions={last} />}
            </div>
            <Prose>
              <Readings directions={last} />
            </Prose>
          </Part>
          <Part of={2}>
            <FlowPanel model={model} directions={last} />
          </Part>
          <Part of={3}>
            <div className="planes costs">
              <MapCosts model={model} x={last.x} />
              <NetworkCosts />
            </div>
          </Part>
        </>
      )}
    </>
  );
};
