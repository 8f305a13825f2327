import { readdirSync, readFileSync } from "node:fs";
import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import { describe, expect, test } from "vitest";

/** A number of the tables; JSON has no NaN and no ∞. */
type Numeral = number | "NaN" | "Infinity" | "-Infinity";

interface Point {
  readonly kind: "interior" | "near-edge" | "far" | "edge";
  readonly x: readonly Numeral[];
  readonly statics?: readonly number[];
  readonly value: Numeral;
}

/** What reference/generate.py writes: points, and rows of the arguments followed by the value. */
interface Table {
  readonly name: string;
  readonly points: readonly Point[];
  readonly values: readonly (readonly number[])[];
}

/** The error allowed at a value that is exactly v, at the arguments x. */
type Allowance = (v: number, x: readonly number[]) => number;

/** The distance from |v| to the next double. */
function ulp(v: number): number {
  const bits = new BigUint64Array(new Float64Array([Math.abs(v)]).buffer);
  const next = new Float64Array(new BigUint64Array([(bits[0] ?? 0n) + 1n]).buffer);
  return (next[0] ?? NaN) - Math.abs(v);
}

const fourUlps: Allowance = (v) => 4 * ulp(v);
/** A result below the normal range has no digits left: two of its quanta are always allowed. */
const relative: Allowance = (v) => Math.max(1e-14 * Math.abs(v), 2 * Number.MIN_VALUE);
const absoluteNearZeros: Allowance = (v) => 1e-14 * Math.max(1, Math.abs(v));

/** Four units in the last place, if not said. */
const allowances: Readonly<Record<string, Allowance>> = {
  // On the curve eˣ + eʸ = 1 the value vanishes and the arguments do not.
  logaddexp: (v, x) => 4 * Math.max(ulp(v), ulp(Math.max(...x))),
  erf: relative,
  erfc: relative,
  erfinv: relative,
  beta: relative,
  lgamma: absoluteNearZeros,
  digamma: absoluteNearZeros,
  polygamma: absoluteNearZeros,
  lbeta: absoluteNearZeros,
};

const folder = new URL("../reference/", import.meta.url);
const read = (file: string): Table =>
  // The format is fixed by the generator, which documents it.
  JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Table;

const tables = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map(read);

const functions: Readonly<Record<string, unknown>> = { ...core, ...special };
const isFunction = (f: unknown): f is (...x: number[]) => unknown => typeof f === "function";

function evaluate(name: string, x: readonly number[]): number {
  const f = functions[name];
  if (!isFunction(f)) throw new Error(`accuracy: expected a function ${name} in core, got none`);
  return Number(f(...x));
}

/** The arguments and values at which the function misses by more than is allowed. */
function misses(name: string, rows: readonly (readonly number[])[]): readonly unknown[] {
  const allowed = allowances[name] ?? fourUlps;
  return rows.flatMap((row) => {
    const x = row.slice(0, -1);
    const expected = row.at(-1) ?? NaN;
    const got = evaluate(name, x);
    const same = got === expected || (Number.isNaN(got) && Number.isNaN(expected));
    const close = Math.abs(got - expected) <= allowed(expected, x);
    return same || close ? [] : [{ x, got, expected }];
  });
}

const rowOf = ({ statics = [], x, value }: Point): number[] =>
  [...statics, ...x, value].map(Number);

test("every table is there", () => {
  expect(tables.length).toBeGreaterThanOrEqual(46);
});

describe.each(tables)("$name", ({ name, points, values }) => {
  test("is accurate on a dense sample", () => {
    expect(values.length).toBeGreaterThanOrEqual(190);
    expect(misses(name, values)).toEqual([]);
  });

  test("is accurate at ordinary points, near edges and far out, and IEEE's limit at edges", () => {
    expect(points.length).toBeGreaterThanOrEqual(12);
    expect(misses(name, points.map(rowOf))).toEqual([]);
  });
});
