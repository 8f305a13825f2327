import { pairOf } from "../../ui/points.ts";
import { usePage } from "../../app/use-state.tsx";
import { Coordinates } from "../../ui/coordinates.tsx";
import { examples, isShown, stateOf } from "./examples.ts";

const ExampleChoice = () => {
  const { state, set } = usePage();
  const shownNow = examples.find((each) => isShown(each, state));
  return (
    <label>
      Look at{" "}
      <select
        value={shownNow?.name ?? ""}
        onChange={({ target }) => {
          const chosen = examples.find(({ name }) => name === target.value);
          if (chosen !== undefined) set(stateOf(chosen));
        }}
      >
        {shownNow === undefined && <option value="">Your own</option>}
        {examples.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
};

const Knowledge = () => {
  const { state, set } = usePage();
  const fields = [
    ["lipschitz", "L", 0],
    ["within", "within", 0.000001],
  ] as const;
  return (
    <fieldset>
      <legend>How fast J changes</legend>
      <label>
        <input
          type="checkbox"
          checked={state.known}
          onChange={({ target }) => set({ known: target.checked })}
        />{" "}
        I know it
      </label>
      {state.known &&
        fields.map(([name, label, min]) => (
          <label key={name}>
            {label}{" "}
            <input
              type="number"
              step={0.1}
              value={state[name]}
              onChange={({ target }) => {
                if (target.valueAsNumber >= min) set({ [name]: target.valueAsNumber });
              }}
            />
          </label>
        ))}
    </fieldset>
  );
};

/** Everything that can be dragged can be typed. */
export const Controls = ({ variables }: { readonly variables: readonly string[] }) => {
  const { state, set } = usePage();
  return (
    <div className="row controls">
      <ExampleChoice />
      <Coordinates
        legend="Target y"
        names={["y₁", "y₂"]}
        value={state.target}
        onChange={(y) => set({ target: pairOf(y)! })}
      />
      <Coordinates
        legend="Start x₀"
        names={variables}
        value={[state.at[0] ?? 1, state.at[1] ?? 1]}
        onChange={(at) => set({ at })}
      />
      <label>
        <input
          type="checkbox"
          checked={state.twice}
          onChange={({ target }) => set({ twice: target.checked })}
        />{" "}
        A second start
      </label>
      {state.twice && (
        <Coordinates
          legend="Second start"
          names={variables}
          value={state.other}
          onChange={(other) => set({ other: pairOf(other)! })}
        />
      )}
      <Knowledge />
    </div>
  );
};
