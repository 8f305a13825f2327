import { shown } from "../../ui/numbers.ts";
import type { GraphProps } from "./graph.tsx";
import { written, writtenOperation } from "./words.ts";

/** The same as the graph, as a table. */
export const Steps = ({ program, flow, progress }: GraphProps) => (
  <div className="scroll" tabIndex={0} role="region" aria-label="Table of the operations">
    <table data-testid="steps" className="steps">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Operation</th>
          <th scope="col">Value</th>
          <th scope="col" className="tangent">
            Tangent →
          </th>
          <th scope="col" className="adjoint">
            ← Adjoint
          </th>
        </tr>
      </thead>
      <tbody>
        {program.lines.map(({ name, text }, k) => (
          <tr key={name} className={k === progress.current ? `current ${progress.direction}` : ""}>
            <th scope="row">{written(name)}</th>
            <td>{text === undefined ? "input" : writtenOperation(text)}</td>
            <td>{shown(flow.values[k]!)}</td>
            <td className="tangent">{progress.hasTangent(k) ? shown(flow.tangents[k]!) : ""}</td>
            <td className="adjoint">{progress.hasAdjoint(k) ? shown(flow.adjoints[k]!) : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
