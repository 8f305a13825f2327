import type { Sample, Model } from "../../model/model.ts";
import { shown } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import { holds, type Part, whole } from "./part.ts";

export interface JacobianTableProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  /** Formulas, or numbers at the point. */
  readonly entries: "formulas" | "numbers";
}

interface HeadProps {
  readonly of: Part;
  readonly tex: string;
  readonly label: string;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

/** A heading that picks its row or column: by pointer, by focus, for good by a click. */
const Head = ({ of, tex, label, part, onPart }: HeadProps) => {
  const isPicked = of.kind !== "whole" && part.kind === of.kind && part.index === of.index;
  return (
    <button
      type="button"
      className="head"
      aria-pressed={isPicked}
      onClick={() => onPart(isPicked ? whole : of)}
      onPointerEnter={() => onPart(of)}
    >
      <span className="visually-hidden">{label}: </span>
      <Tex tex={tex} />
    </button>
  );
};

/** The Jacobian as a table: its rows are outputs, its columns variables. */
export const JacobianTable = ({ model, sample, part, onPart, entries }: JacobianTableProps) => {
  const { variables, latex } = model;
  const columns = latex.variables.map((tex, column) => (
    <th key={column} scope="col">
      <Head
        of={{ kind: "column", index: column }}
        tex={`\\partial ${tex}`}
        label={`Column of ${variables[column]!}`}
        part={part}
        onPart={onPart}
      />
    </th>
  ));
  const rows = latex.jacobian.map((row, i) => (
    <tr key={i}>
      <th scope="row">
        <Head
          of={{ kind: "row", index: i }}
          tex={`\\partial f_{${i + 1}}`}
          label={`Row of output ${i + 1}`}
          part={part}
          onPart={onPart}
        />
      </th>
      {row.map((tex, j) => (
        <td key={j} className={holds(part, i, j) ? "picked" : undefined}>
          {entries === "formulas" ? <Tex tex={tex} /> : shown(sample.jacobian.at(i, j))}
        </td>
      ))}
    </tr>
  ));
  return (
    <div className="scroll">
      <table className="jacobian" data-testid={`jacobian-${entries}`}>
        <caption>{entries === "formulas" ? "As formulas" : "As numbers at the point"}</caption>
        <thead>
          <tr>
            <td />
            {columns}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
};
