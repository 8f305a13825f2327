import { useState } from "react";
import { presets } from "../model/presets.ts";
import { FormulaInput } from "../ui/formula-input.tsx";
import { useMapModel } from "./model-context.ts";
import { usePage } from "./use-state.tsx";

const own = "Your own";

/** Where the map is chosen or typed. */
export const FormulaPanel = () => {
  const { state, set } = usePage();
  const { refused } = useMapModel();
  const preset = presets.find(({ f, vars }) => f === state.f && vars === state.vars);
  const [isOpen, setOpen] = useState(false);
  const choose = (name: string) => {
    const chosen = presets.find((each) => each.name === name);
    if (chosen === undefined) return;
    set({ f: chosen.f, vars: chosen.vars, at: chosen.at });
  };
  return (
    <section className="formula-panel" aria-label="The map">
      <div className="row">
        <label>
          Map{" "}
          <select value={preset?.name ?? own} onChange={({ target }) => choose(target.value)}>
            {preset === undefined && <option>{own}</option>}
            {presets.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Variables{" "}
          <input
            value={state.vars}
            placeholder="in order of appearance"
            onChange={({ target }) => set({ vars: target.value })}
          />
        </label>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          How to write formulas
        </button>
      </div>
      <FormulaInput
        label="Formulas, with ; between outputs"
        example="r*cos(t); r*sin(t)"
        value={state.f}
        problem={refused}
        onChange={(f) => set({ f })}
      />
      {preset !== undefined && <p className="about">{preset.about}</p>}
      {isOpen && (
        <p className="help">
          <code>;</code> or a new line parts outputs. A product needs its <code>*</code>;{" "}
          <code>^</code> is a power. Functions:{" "}
          <code>sin cos tan exp log sqrt abs max min atan2 tanh …</code>; constants:{" "}
          <code>pi e tau</code>; a name for a part: <code>s := x^2 + y^2</code>; a condition:{" "}
          <code>where(x &lt; 0, -x, x)</code>; <code>#</code> begins a comment.
        </p>
      )}
    </section>
  );
};
