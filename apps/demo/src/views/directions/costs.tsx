import { explain, type Explanation } from "jacobian";
import { useDeferredValue, useMemo } from "react";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { costOfNetwork } from "./family.ts";
import { largest } from "./fields.ts";

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** What the whole Jacobian takes in each mode; the bars are as long as the numbers say. */
const Bars = ({ cost, label }: { readonly cost: Explanation; readonly label: string }) => {
  const { forward, reverse, rows, cols, operations } = cost;
  const most = Math.max(forward.operations, reverse.operations);
  const modes = [
    ["Value alone", "", operations, "ink"],
    ["Forward", counted(cols, "direction"), forward.operations, "tangent"],
    ["Reverse", counted(rows, "row"), reverse.operations, "adjoint"],
  ] as const;
  return (
    <table className="bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Way</th>
          <th scope="col">Operations</th>
          <th scope="col" className="wide">
            <span className="visually-hidden">Compared</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {modes.map(([mode, how, count, color]) => (
          <tr key={mode}>
            <th scope="row" className={color}>
              {mode} {how !== "" && <small>{how}</small>}
            </th>
            <td>{count}</td>
            <td className="wide" aria-hidden="true">
              <div className={`bar ${color}`} style={{ width: `${(100 * count) / most}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export interface CostsProps {
  readonly model: Model;
  readonly x: readonly number[];
}

/** Why the library takes the mode that it takes for this map. */
export const MapCosts = (props: CostsProps) => {
  // A count that comes a moment later than the picture is soon enough.
  const { model, x } = useDeferredValue(props);
  const cost = useMemo(() => explain(model.generic)([...x]), [model, x]);
  return (
    <section className="card" data-testid="map-costs" aria-label="Costs of this map">
      <h3>The whole Jacobian of this map</h3>
      <p>
        J has {counted(cost.cols, "column")} and {counted(cost.rows, "row")}: forward mode needs one
        tangent for each input, reverse mode one covector for each output.
      </p>
      <Bars cost={cost} label="Operations for this map" />
      <p>
        <code>jacobian(f)</code> takes <strong>{cost.mode}</strong> here: {cost.reason}.
      </p>
    </section>
  );
};

/** What happens to the costs when there are more inputs or outputs. */
export const NetworkCosts = () => {
  const { state, set } = usePage();
  const [n, m] = [Math.round(state.inputs), Math.round(state.outputs)];
  const cost = useMemo(() => costOfNetwork(n, m), [n, m]);
  const sliders = [
    ["inputs", "Inputs n", n],
    ["outputs", "Outputs m", m],
  ] as const;
  return (
    <section className="card" data-testid="network-costs" aria-label="Costs of a network">
      <h3>If n or m grows</h3>
      <p>
        A small network, W₂·tanh(W₁x) with 8 hidden units. Wide Jacobians (one loss, many weights)
        want reverse mode, tall ones (one parameter, many outputs) forward mode.
      </p>
      <div className="row">
        {sliders.map(([name, label, value]) => (
          <label key={name}>
            {label}{" "}
            <input
              type="range"
              min={1}
              max={largest}
              step={1}
              value={value}
              onChange={({ target }) => set({ [name]: target.valueAsNumber })}
            />{" "}
            <output>{value}</output>
          </label>
        ))}
      </div>
      <Bars cost={cost} label={`Operations for ${n} inputs and ${m} outputs`} />
      <p>
        Cheaper: <strong>{cost.mode}</strong>; {cost.reason}.
      </p>
    </section>
  );
};
