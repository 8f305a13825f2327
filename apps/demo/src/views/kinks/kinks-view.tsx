import { useDeferredValue, useMemo } from "react";
import { Part, Prose } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import { Coordinates } from "../../ui/coordinates.tsx";
import { FormulaInput } from "../../ui/formula-input.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { useLast } from "../../ui/use-last.ts";
import { Choices, Promise } from "./choices.tsx";
import { examples } from "./examples.ts";
import { readKinked } from "./kinked.ts";
import "./kinks.css";
import { OwnConventions } from "./own-conventions.tsx";
import { GraphPicture, LevelPicture, type PicturesProps, SetPicture } from "./pictures.tsx";
import { RacePanel } from "./race-panel.tsx";
import { type Derived, useDerivatives } from "./use-derivatives.ts";

const own = "Your own";

const useKinked = () => {
  const source = useDeferredValue(usePage().state.kinked);
  const read = useMemo(() => readKinked(source), [source]);
  const good = useMemo(
    () => ("typed" in read ? { source, kinked: read.typed } : undefined),
    [read, source],
  );
  const typed = useLast(undefined, good);
  return {
    typed,
    derived: useDerivatives(typed),
    problem: "problem" in read ? read.problem : undefined,
  };
};

/** The function beside the set of its derivatives, and what is said of them. */
const Found = ({ kinked, derivatives }: PicturesProps) => (
  <>
    <div className="planes">
      {kinked.variables.length === 1 ? (
        <GraphPicture kinked={kinked} derivatives={derivatives} />
      ) : (
        <LevelPicture kinked={kinked} derivatives={derivatives} />
      )}
      <SetPicture kinked={kinked} derivatives={derivatives} />
    </div>
    <div className="planes">
      <Prose>
        <Promise derivatives={derivatives} />
      </Prose>
      <section className="card" aria-label="What libraries take">
        <Choices derivatives={derivatives} />
        <OwnConventions primitives={derivatives.primitives} />
      </section>
    </div>
  </>
);

/** What was found; where there is nothing to find, the last point at which there was. */
const Shown = ({ kinked, answer }: Derived) => {
  const { kinkAt } = usePage().state;
  const point = kinked.variables.map((_, k) => kinkAt[k] ?? 0);
  const last = useLast(kinked, typeof answer === "object" ? answer : undefined);
  return (
    <>
      {typeof answer !== "object" && (
        <p role="alert" data-testid="refused">
          {answer ?? `f has no finite value at ${shownPoint(point)}`}
          {last === undefined ? "." : `. The pictures are of ${shownPoint(last.x)}.`}
        </p>
      )}
      {last !== undefined && <Found kinked={kinked} derivatives={last} />}
    </>
  );
};

/** Where a function has no derivative it has a set of them, and every library picks one. */
export const KinksView = () => {
  const { state, set } = usePage();
  const { typed, derived, problem } = useKinked();
  const example = examples.find((each) => each.kinked === state.kinked);
  const variables = typed?.kinked.variables ?? [];
  const point = variables.map((_, k) => state.kinkAt[k] ?? 0);
  return (
    <>
      <Part of={1}>
        <section className="formula-panel" aria-label="The function">
          <div className="row">
            <label>
              Function{" "}
              <select
                value={example?.name ?? own}
                onChange={({ target }) => {
                  const chosen = examples.find(({ name }) => name === target.value);
                  if (chosen !== undefined) set({ kinked: chosen.kinked, kinkAt: chosen.kinkAt });
                }}
              >
                {example === undefined && <option>{own}</option>}
                {examples.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <Coordinates
              legend="Point"
              names={variables}
              value={point}
              step={0.25}
              onChange={(kinkAt) => set({ kinkAt })}
            />
          </div>
          <FormulaInput
            label="Formula with kinks: abs, relu, max, min, where"
            example="abs(x)"
            value={state.kinked}
            problem={problem}
            onChange={(next) => set({ kinked: next })}
          />
        </section>
        {derived === undefined ? <p role="status">Looking for kinks …</p> : <Shown {...derived} />}
      </Part>
      <Part of={2}>
        <RacePanel />
      </Part>
    </>
  );
};
