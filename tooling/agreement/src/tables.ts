/// <reference types="vite/client" />

/** JSON has no other way to write what is not finite. */
export type Numeral = number | "NaN" | "Infinity" | "-Infinity";

/** A primitive's value and derivatives at one point, correctly rounded. */
export interface Point {
  readonly kind: "interior" | "near-edge" | "edge" | "far";
  readonly x: readonly Numeral[];
  readonly statics?: readonly Numeral[];
  readonly value: Numeral;
  readonly first: readonly Numeral[];
  readonly second: readonly (readonly Numeral[])[];
}

interface Table {
  readonly name: string;
  readonly points: readonly Point[];
}

const files = import.meta.glob<Table>("../reference/*.json", { eager: true, import: "default" });
const tables = new Map(Object.values(files).map((table) => [table.name, table.points]));

/** The names of what has a table. */
export const tabulated: readonly string[] = [...tables.keys()];

/** `scale` is `mul` where the other factor is finite. */
const aliases: Readonly<Record<string, string>> = { scale: "mul" };

/** The derivatives of a primitive computed at high precision (../reference), if it has a table. */
export const tableOf = (name: string): readonly Point[] | undefined =>
  tables.get(aliases[name] ?? name);
