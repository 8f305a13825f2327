import type { Sample, Model } from "../../model/model.ts";
import { shown } from "../../ui/numbers.ts";
import { Tex } from "../../ui/tex.tsx";
import { holds, nameOf, type Part, whole } from "./part.ts";

export interface JacobianTableProps {
  readonly model: Model;
  readonly sample: Sample;
  readonly part: Part;
  /** A heading that is pressed. */
  readonly onPart: (part: Part) => void;
  /** A heading that the pointer is on, while it is. */
  readonly onHover: (part: Part | undefined) => void;
  /** The part that stays when the pointer has gone. */
  readonly picked: Part;
  /** Formulas, or numbers at the point. */
  readonly entries: "formulas" | "numbers";
}

interface HeadProps {
  readonly of: Part;
  readonly tex: string;
  readonly label: string;
  readonly table: JacobianTableProps;
}

/** A heading that shows its row or column while the pointer is on it, and picks it for good when it is pressed. */
const Head = ({ of, tex, label, table }: HeadProps) => {
  const { picked, onPart, onHover } = table;
  const isPicked = nameOf(picked) === nameOf(of);
  return (
    <button
      type="button"
      className="head"
      aria-pressed={isPicked}
      onClick={() => onPart(isPicked ? whole : of)}
      onPointerEnter={() => onHover(of)}
      onPointerLeave={() => onHover(undefined)}
    >
      <span className="visually-hidden">{label}: </span>
      <Tex tex={tex} />
    </button>
  );
};

/** The Jacobian as a table: its rows are outputs, its columns variables. */
export const JacobianTable = (props: JacobianTableProps) => {
  const { model, sample, part, entries } = props;
  const { variables, latex } = model;
  const columns = latex.variables.map((tex, column) => (
    <th key={column} scope="col">
      <Head
        of={{ kind: "column", index: column }}
        tex={`\\partial ${tex}`}
        label={`Column of ${variables[column]!}`}
        table={props}
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
          table={props}
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
