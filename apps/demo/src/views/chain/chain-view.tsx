import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { Part } from "../../app/part.tsx";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { useModel } from "../../model/use-model.ts";
import { Coordinates } from "../../ui/coordinates.tsx";
import type { Strokes } from "../../ui/curve.tsx";
import { numbersTex } from "../../ui/matrix-tex.ts";
import { shownPoint } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import { useLast } from "../../ui/use-last.ts";
import { imageOf, squareAt } from "../map/geometry.ts";
import { type Composition, compositionAt, misfitOf } from "./composition.ts";
import { Costs } from "./costs.tsx";
import { examples } from "./examples.ts";
import { Stage, StagePicture } from "./stage.tsx";

const side = 0.5;

const isPlanar = ({ outputs, variables }: Model): boolean =>
  outputs.length === 2 && variables.length === 2;

const Pictures = ({ models, composition }: ResultProps) => {
  const { set } = usePage();
  const [x = 0, y = 0] = composition.points[0] ?? [];
  const outlines = useMemo(
    () =>
      models.reduce<readonly Strokes[]>(
        (all, model) => [...all, imageOf(all.at(-1)!, model)],
        [[squareAt([x, y], side)]],
      ),
    [models, x, y],
  );
  if (!models.every(isPlanar)) return null;
  const points = [...composition.points, composition.value];
  return (
    <div className="planes narrow">
      {outlines.map((outline, k) => (
        <StagePicture
          key={k}
          title={k === 0 ? "A square. Drag its corner" : `After map ${k}`}
          outline={outline}
          at={points[k] ?? []}
          color="var(--accent)"
          {...(k === 0 && { onMove: ([x1, x2]: Pair) => set({ x1, x2 }) })}
        />
      ))}
    </div>
  );
};

interface ResultProps {
  readonly models: readonly Model[];
  readonly composition: Composition;
}

const Product = ({ composition }: { readonly composition: Composition }) => {
  const { jacobians, product, points, value } = composition;
  const factors = jacobians.map(numbersTex).toReversed().join("");
  return (
    <section className="card" aria-label="The chain rule">
      <p data-testid="product">
        {points.map(shownPoint).join(" → ")} → {shownPoint(value)}
      </p>
      <Tex
        tex={`J = ${jacobians
          .map((_, k) => `J_{${k + 1}}`)
          .toReversed()
          .join(" ")} = ${factors}`}
        display
      />
      <Tex tex={`= ${numbersTex(product)}`} display />
    </section>
  );
};

const Result = (props: ResultProps) => (
  <>
    <Part of={1}>
      <Pictures {...props} />
    </Part>
    <div className="planes">
      <Part of={1}>
        <Product {...props} />
      </Part>
      <Part of={2}>
        <Costs {...props} />
      </Part>
    </div>
  </>
);

const none: readonly string[] = [];

const useChain = () => {
  const { f1, f2, f3, x1, x2 } = usePage().state;
  const [first, second, third] = [useModel(f1, ""), useModel(f2, ""), useModel(f3, "")];
  const stages = [first, second, third];
  const models = useMemo(
    () => [first.model, second.model, third.model].filter((model) => model !== undefined),
    [first.model, second.model, third.model],
  );
  const isComplete = models.length === (f3.trim() === "" ? 2 : 3);
  const misfit = isComplete ? misfitOf(models) : undefined;
  const point = useMemo((): Pair => [x1, x2], [x1, x2]);
  const variables = models[0]?.variables ?? none;
  const composition = useMemo(
    () =>
      isComplete && misfit === undefined
        ? compositionAt(
            models,
            variables.map((_, k) => point[k] ?? 1),
          )
        : undefined,
    [models, misfit, isComplete, point, variables],
  );
  return { stages, models, misfit, isComplete, point, variables, composition };
};

/** Maps one after the other: each has its Jacobian, and all together have the product. */
export const ChainView = () => {
  const { state, set } = usePage();
  const { stages, models, misfit, isComplete, point, variables, composition } = useChain();
  const last = useLast(models, composition);
  const example = examples.find(
    ({ f1, f2, f3 }) => f1 === state.f1 && f2 === state.f2 && f3 === state.f3,
  );
  const names = ["f1", "f2", "f3"] as const;
  const isBlank = [state.f1, state.f2].some((text) => text.trim() === "");
  return (
    <>
      <div className="row controls">
        <label>
          Chain{" "}
          <select
            value={example?.name ?? ""}
            onChange={({ target }) => {
              const { f1, f2, f3 } =
                examples.find(({ name }) => name === target.value) ?? examples[0];
              set({ f1, f2, f3 });
            }}
          >
            {example === undefined && <option value="">Your own</option>}
            {examples.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <Coordinates
          legend="Point"
          names={variables}
          value={point.slice(0, variables.length)}
          onChange={([x1 = state.x1, x2 = state.x2]) => set({ x1, x2 })}
        />
      </div>
      <div className="planes">
        {names.map((name, k) => (
          <Stage
            key={name}
            place={k + 1}
            text={state[name]}
            modelled={stages[k]!}
            onChange={(text) => set({ [name]: text })}
          />
        ))}
      </div>
      {variables.length > point.length && (
        <p>The first two inputs can be chosen, {variables.slice(point.length).join(", ")} = 1.</p>
      )}
      {isBlank && <p role="alert">Write formulas for map 1 and map 2; map 3 may be empty.</p>}
      {misfit !== undefined && <p role="alert">{misfit}</p>}
      {isComplete && misfit === undefined && composition === undefined && (
        <p role="alert">
          A map of the chain has no finite value or derivative there
          {last === undefined ? "." : "; the picture is of the last point where all had."}
        </p>
      )}
      {last !== undefined && <Result models={models} composition={last} />}
    </>
  );
};
