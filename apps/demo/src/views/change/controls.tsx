import { usePage } from "../../app/use-state.tsx";
import type { Problem } from "../../model/read-formula.ts";
import { presets } from "../../model/presets.ts";
import { Coordinates } from "../../ui/coordinates.tsx";
import { FormulaInput } from "../../ui/formula-input.tsx";
import { pairOf } from "../../ui/points.ts";
import { densities, imageVariables } from "./density.ts";
import { type Example, examples } from "./examples.ts";

const own = "Your own";

const mapOf = (name: string) => presets.find((each) => each.name === name)!;

/** A map, a region and a density at once. */
const ExampleChoice = () => {
  const { state, set } = usePage();
  const isShown = ({ map, from, to, density }: Example): boolean =>
    mapOf(map).f === state.f &&
    density === state.density &&
    String([from, to]) === String([state.from, state.to]);
  const shownOne = examples.find(isShown);
  return (
    <label>
      Look at{" "}
      <select
        value={shownOne?.name ?? own}
        onChange={({ target }) => {
          const chosen = examples.find(({ name }) => name === target.value);
          if (chosen === undefined) return;
          const { map, from, to, density } = chosen;
          const { f, vars } = mapOf(map);
          set({ f, vars, from, to, density });
        }}
      >
        {shownOne === undefined && <option>{own}</option>}
        {examples.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
};

const DensityChoice = () => {
  const { state, set } = usePage();
  const chosen = densities.find(({ source }) => source === state.density.trim());
  return (
    <label>
      Density g of {imageVariables.join(", ")}{" "}
      <select
        value={chosen?.name ?? own}
        onChange={({ target }) => {
          const next = densities.find(({ name }) => name === target.value);
          if (next !== undefined) set({ density: next.source });
        }}
      >
        {chosen === undefined && <option>{own}</option>}
        {densities.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
};

export interface ControlsProps {
  readonly variables: readonly string[];
  /** What is wrong with the density as it is now. */
  readonly problem: Problem | undefined;
}

/** What is pushed through the map, and what is summed over its image. */
export const Controls = ({ variables, problem }: ControlsProps) => {
  const { state, set } = usePage();
  return (
    <section className="formula-panel" aria-label="The region and the density">
      <div className="row">
        <ExampleChoice />
        {(["from", "to"] as const).map((corner) => (
          <Coordinates
            key={corner}
            legend={corner === "from" ? "Region from" : "Region to"}
            names={variables}
            value={state[corner]}
            onChange={(point) => set({ [corner]: pairOf(point)! })}
          />
        ))}
        <DensityChoice />
      </div>
      <FormulaInput
        label={`Density g over the image, a formula of ${imageVariables.join(" and ")}`}
        example="y1^2 + y2^2"
        value={state.density}
        problem={problem}
        onChange={(density) => set({ density })}
      />
    </section>
  );
};
