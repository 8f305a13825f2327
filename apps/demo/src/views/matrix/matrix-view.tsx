import { useMemo, useState } from "react";
import { useMapModel } from "../../app/model-context.ts";
import { Prose } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import { Coordinates } from "../../ui/coordinates.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { pointFor } from "../../ui/points.ts";
import { useLast } from "../../ui/use-last.ts";
import { useHome } from "../../ui/use-home.ts";
import { CopyButtons } from "./copy-buttons.tsx";
import { ImagePicture } from "./image-picture.tsx";
import { JacobianTable } from "./jacobian-table.tsx";
import { nameOf, type Part, partOf } from "./part.ts";
import { InputPicture, OutputPicture } from "./pictures.tsx";
import { Reading } from "./reading.tsx";

/** Curves and surfaces can be drawn themselves, as far as there is room on paper. */
const hasImage = (outputs: number, variables: number): boolean =>
  variables === 1 ? outputs <= 3 : variables === 2 && outputs === 3;

/** The Jacobian as a matrix of formulas and of numbers, read by rows, by columns and as a whole. */
export const MatrixView = () => {
  const { state, set } = usePage();
  const { model } = useMapModel();
  const [hovered, setHovered] = useState<Part>();
  const sample = useMemo(() => model?.at(pointFor(model.variables, state.at)), [model, state.at]);
  const last = useLast(model, sample);
  const box = useHome(model, [state.at[0] ?? 1, state.at[1] ?? 1]);
  if (model === undefined) return <p role="status">Reading the map …</p>;
  const { variables, outputs } = model;
  const picked = partOf(state.part, outputs.length, variables.length);
  const part = hovered ?? picked;
  const pick = (next: Part) => set({ part: nameOf(next) });
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
      </div>
      {sample === undefined && (
        <p role="alert">
          The map has no finite value or derivative at {shownPoint(point)}
          {last === undefined ? "." : `; what is shown is of ${shownPoint(last.x)}.`}
        </p>
      )}
      {last !== undefined && (
        <>
          <div className="planes">
            <div className="card">
              {(["formulas", "numbers"] as const).map((entries) => (
                <JacobianTable
                  key={entries}
                  model={model}
                  sample={last}
                  part={part}
                  picked={picked}
                  onPart={pick}
                  onHover={setHovered}
                  entries={entries}
                />
              ))}
            </div>
            <Prose>
              <Reading model={model} sample={last} part={part} />
            </Prose>
          </div>
          <div className="planes">
            {variables.length === 2 && (
              <InputPicture
                model={model}
                sample={last}
                part={part}
                box={box}
                onMove={(at) => set({ at })}
              />
            )}
            {hasImage(outputs.length, variables.length) && (
              <ImagePicture
                model={model}
                sample={last}
                part={part}
                box={box}
                onMove={(at) => set({ at })}
              />
            )}
            {outputs.length === 2 && variables.length > 1 && (
              <OutputPicture
                model={model}
                sample={last}
                part={part}
                box={box}
                onMove={(at) => set({ at })}
              />
            )}
          </div>
        </>
      )}
      <Prose>
        <CopyButtons code={model.code} />
      </Prose>
    </>
  );
};
