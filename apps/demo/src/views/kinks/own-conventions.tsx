import type { Convention } from "@jacobian/nonsmooth";
import { usePage } from "../../app/use-state.tsx";
import { shown, shownPoint } from "../../ui/numbers.ts";
import { pieces } from "./conventions-field.ts";
import { hasPieces, takenBy } from "./own.ts";

/** What somebody begins with who wants a number. */
const firstNumber = 0.5;

const kinds = ["table", ...pieces, "number"] as const;
type Kind = (typeof kinds)[number];

const kindOf = (convention: Convention | undefined): Kind =>
  convention === undefined ? "table" : typeof convention === "number" ? "number" : convention;

const titles: Readonly<Record<Kind, string>> = {
  table: "as Jacobian does",
  first: "first piece",
  last: "last piece",
  mean: "mean of the pieces",
  number: "a number",
};

/** The convention in words, with the derivative that it makes. */
const titleOf = (primitive: string, kind: Kind): string => {
  const taken = kind === "table" || kind === "number" ? undefined : takenBy(primitive, kind);
  if (taken === undefined) return titles[kind];
  return `${titles[kind]}: ${taken.length === 1 ? shown(taken[0]!) : shownPoint(taken)}`;
};

interface OneProps {
  readonly primitive: string;
  readonly convention: Convention | undefined;
  readonly onChange: (convention: Convention | undefined) => void;
}

const One = ({ primitive, convention, onChange }: OneProps) => {
  const choose = (kind: Kind | undefined): void => {
    if (kind === undefined || kind === "table") onChange(undefined);
    else onChange(kind === "number" ? firstNumber : kind);
  };
  return (
    <>
      <label>
        {primitive}{" "}
        <select
          value={kindOf(convention)}
          onChange={({ target }) => choose(kinds.find((kind) => kind === target.value))}
        >
          {kinds
            .filter((kind) => kind === "table" || kind === "number" || hasPieces(primitive))
            .map((kind) => (
              <option key={kind} value={kind}>
                {titleOf(primitive, kind)}
              </option>
            ))}
        </select>
      </label>
      {typeof convention === "number" && (
        <label>
          <span className="visually-hidden">{primitive}: </span>derivative{" "}
          <input
            type="number"
            step={0.25}
            value={convention}
            onChange={({ target }) => {
              if (Number.isFinite(target.valueAsNumber)) onChange(target.valueAsNumber);
            }}
          />
        </label>
      )}
    </>
  );
};

/** A convention for each primitive of the formula: whoever chooses one sees what comes of it. */
export const OwnConventions = ({ primitives }: { readonly primitives: readonly string[] }) => {
  const { state, set } = usePage();
  const change = (primitive: string, convention: Convention | undefined): void => {
    const others = Object.entries(state.own).filter(([name]) => name !== primitive);
    const changed = convention === undefined ? [] : [[primitive, convention] as const];
    set({ own: Object.fromEntries([...others, ...changed]), convention: "own" });
  };
  if (primitives.length === 0)
    return <p className="about">No primitive of this formula has a choice to make.</p>;
  return (
    <fieldset className="own-conventions">
      <legend>Your own: the derivative at a kink</legend>
      {primitives.map((primitive) => (
        <div className="row" key={primitive}>
          <One
            primitive={primitive}
            convention={Object.hasOwn(state.own, primitive) ? state.own[primitive] : undefined}
            onChange={(convention) => change(primitive, convention)}
          />
        </div>
      ))}
    </fieldset>
  );
};
