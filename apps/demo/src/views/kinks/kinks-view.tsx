import { useDeferredValue, useMemo } from "react";
import { Part, Prose } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import { Coordinates } from "../../ui/coordinates.tsx";
import { FormulaInput } from "../../ui/formula-input.tsx";
import { shownPoint } from "../../ui/numbers.ts";
import { useLast } from "../../ui/use-last.ts";
import { Choices, Promise } from "./choices.tsx";
import { derivativesAt } from "./derivatives.ts";
import { examples } from "./examples.ts";
import { readKinked } from "./kinked.ts";
import "./kinks.css";
import { OwnConventions } from "./own-conventions.tsx";
import { GraphPicture, LevelPicture, SetPicture } from "./pictures.tsx";
import { RacePanel } from "./race-panel.tsx";

const own = "Your own";

const useKinked = () => {
  const { kinked: source, kinkAt, own: chosen } = usePage().state;
  const text = useDeferredValue(source);
  const read = useMemo(() => readKinked(text), [text]);
  const good = useLast(undefined, "typed" in read ? read.typed : undefined);
  const derivatives = useMemo(
    () =>
      good &&
      derivativesAt(
        good,
        good.variables.map((_, k) => kinkAt[k] ?? 0),
        chosen,
      ),
    [good, kinkAt, chosen],
  );
  return { kinked: good, derivatives, problem: "problem" in read ? read.problem : undefined };
};

/** Where a function has no derivative it has a set of them, and every library picks one. */
export const KinksView = () => {
  const { state, set } = usePage();
  const { kinked, derivatives, problem } = useKinked();
  const example = examples.find((each) => each.kinked === state.kinked);
  const variables = kinked?.variables ?? [];
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
        {kinked !== undefined && derivatives === undefined && (
          <p role="alert">f has no finite value at {shownPoint(point)}.</p>
        )}
        {typeof derivatives === "string" && (
          <p role="alert" data-testid="refused">
            {derivatives}
          </p>
        )}
        {kinked !== undefined && typeof derivatives === "object" && (
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
        )}
      </Part>
      <Part of={2}>
        <RacePanel />
      </Part>
    </>
  );
};
