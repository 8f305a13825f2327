import { chainFields } from "../views/chain/fields.ts";
import { directionsFields } from "../views/directions/fields.ts";
import { changeFields } from "../views/change/fields.ts";
import { inverseFields } from "../views/inverse/fields.ts";
import { kinksFields } from "../views/kinks/fields.ts";
import { mapFields } from "../views/map/fields.ts";
import { matrixFields } from "../views/matrix/fields.ts";
import { choice, numbers, text, type Field, type ValueOf } from "./fields.ts";
import { themes } from "./theme.ts";

export const viewNames = [
  "map",
  "matrix",
  "directions",
  "chain",
  "inverse",
  "change",
  "kinks",
] as const;
export type ViewName = (typeof viewNames)[number];

/** Everything that the page shows follows from these; a link carries those that are not as at first. */
const fields = {
  view: choice(viewNames, "map"),
  /** Which part of a view another page shows in a frame of its own; "0" for the whole page. */
  embed: choice(["0", "1", "2", "3"], "0"),
  /** Light or dark whatever was chosen on this machine: a page around this one knows what it is itself. */
  theme: choice(themes, "system"),
  /** The map that most views look at, as `parse` reads it. */
  f: text("r*cos(t); r*sin(t)"),
  /** Its variables in order; as they come in the text if this is empty. */
  vars: text("r, t", 200),
  /** The point; a coordinate that is missing is 1. */
  at: numbers([2, 0.7]),
  ...mapFields,
  ...matrixFields,
  ...chainFields,
  ...directionsFields,
  ...inverseFields,
  ...changeFields,
  ...kinksFields,
};

type Fields = typeof fields;
export type State = { readonly [K in keyof Fields]: ValueOf<Fields[K]> };

const names = Object.keys(fields) as (keyof Fields)[];

/** Each field's own value goes into its own codec. */
const fieldOf = (name: keyof Fields): Field<unknown> => fields[name] as Field<unknown>;

const assembled = (valueOf: (name: keyof Fields) => unknown): State =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as State;

/** The state that an address stands for. What it does not say, or says wrongly, is as at first. */
export const read = (hash: string): State => {
  const said = new URLSearchParams(hash.replace(/^#/u, ""));
  return assembled((name) => {
    const written = said.get(name);
    const { read: reading, initial } = fieldOf(name);
    return (written === null ? undefined : reading(written)) ?? initial;
  });
};

/** The address of a state, `""` for the first one. */
export const write = (state: State): string => {
  const said = new URLSearchParams();
  for (const name of names) {
    const { write: writing, initial } = fieldOf(name);
    const written = writing(state[name]);
    if (written !== writing(initial)) said.set(name, written);
  }
  const query = said.toString();
  return query === "" ? "" : `#${query}`;
};
