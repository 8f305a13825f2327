import {
  type Matrix,
  type Value,
  JacobianError,
  UndecidedError,
  entriesOf,
  mapLeaves,
  shapeOf,
  sizeOf,
  unflatten,
  value,
} from "@jacobian/core";
import { jacobian as forward } from "@jacobian/dual";
import { jacobian as certified, kinks } from "@jacobian/nonsmooth";
import {
  type Formula,
  FormulaArray,
  evaluate,
  jacobian as formulas,
  symbols,
  trace,
} from "@jacobian/symbolic";
import { jacobian as reverse } from "@jacobian/tape";
import { numbersOf } from "../containers.ts";
import { type AnyFunction, costOf } from "../mode/cost.ts";
import { differencesOf } from "./differences.ts";

/** A way to the Jacobian. */
export interface Road {
  readonly name: string;
  /** Entries row by row; undefined where the road does not lead there. */
  readonly entries?: Float64Array;
  /** How far each entry may be off; rounding if not said. */
  readonly errors?: Float64Array;
  /** Why it does not, or what should be known. */
  readonly note?: string;
  /** Whether an engine threw that had to answer. */
  readonly failed?: boolean;
}

/** A function at a point, on plain values of its own. */
export interface Subject {
  readonly f: AnyFunction;
  readonly x: unknown;
  readonly constants: readonly unknown[];
}

type Verb = (f: AnyFunction) => (x: unknown, ...constants: readonly unknown[]) => Matrix;

const told = (error: unknown): string => {
  if (error instanceof JacobianError) return error.message;
  throw error;
};

/** An engine that has to answer. */
const byVerb = (name: string, verb: unknown, { f, x, constants }: Subject): Road => {
  try {
    // Each of these verbs takes any function of a container.
    // Elements, of a derivative around check, where f captures some.
    return { name, entries: entriesOf(value((verb as Verb)(f)(x, ...constants))) };
  } catch (error) {
    return { name, note: told(error), failed: true };
  }
};

/** Beyond so many operations formulas would take longer than all else. */
const traceable = 2000;

/** Beyond so many entries of J formulas and differences would, too; the remainder is still looked at. */
const comparable = 10_000;

const variableFor = (leaf: Value, next: () => Formula): Formula | FormulaArray => {
  const shape = shapeOf(leaf);
  if (shape.length === 0) return next();
  return new FormulaArray(shape, Array.from({ length: sizeOf(shape) }, next));
};

const bySymbols = (subject: Subject): Road => {
  const { f, x, constants } = subject;
  const name = "symbolic";
  const { operations } = costOf("check", f, x, constants);
  if (operations > traceable) return { name, note: `not asked: ${operations} operations are many` };
  const names = numbersOf("check", x);
  const variables = symbols(Array.from(names, (_, k) => `x_${k}`).join(" "));
  let k = 0;
  const lifted = mapLeaves("check", x, (leaf) => variableFor(leaf, () => variables[k++]!));
  try {
    const J = formulas(trace(f as (x: never) => Value, lifted as never, ...(constants as [])), [
      ...variables,
    ]);
    const values = new Map(variables.map((variable, i) => [variable, names[i]!]));
    const entries = entriesOf(evaluate(J, values));
    if (!entries.every(Number.isFinite)) return { name, note: "no finite numbers as formulas" };
    return { name, entries };
  } catch (error) {
    const message = told(error);
    const isBranch = error instanceof UndecidedError;
    return { name, note: isBranch ? "not decidable: f branches by value" : message };
  }
};

const byDifferences = ({ f, x, constants }: Subject): Road => {
  const numbers = numbersOf("check", x);
  if (!numbers.every(Number.isFinite))
    return { name: "differences", note: "not asked: x is not finite" };
  const rows = numbersOf("check", f(x, ...constants)).length;
  const cols = numbers.length;
  const [entries, errors] = [new Float64Array(rows * cols), new Float64Array(rows * cols)];
  numbers.forEach((entry, j) => {
    const at = (t: number): Float64Array =>
      numbersOf("check", f(unflatten("check", x, numbers.with(j, entry + t)), ...constants));
    const size = Math.abs(entry);
    differencesOf(at, Math.max(1, size), size || Infinity).forEach(({ value: slope, error }, i) => {
      entries[i * cols + j] = slope;
      errors[i * cols + j] = error;
    });
  });
  return { name: "differences", entries, errors };
};

/** Where f is at a kink, in words; undefined where it is smooth. */
const kinkAt = ({ f, x, constants }: Subject): string | undefined => {
  const met = kinks(f)(x, ...constants);
  const names = [...new Set(met.map(({ name }) => name))];
  return names.length === 0 ? undefined : `not asked: ${names.join(", ")} at a kink`;
};

/** The Jacobian of f at x by every road there is, `dual` first. */
export const roadsTo = (
  subject: Subject,
  [rows, cols]: readonly [number, number],
): { roads: readonly Road[]; kink: string | undefined } => {
  const kink = kinkAt(subject);
  const smooth = (name: string, road: () => Road): Road =>
    kink === undefined ? road() : { name, note: kink };
  // Those that go entry by entry.
  const small = (name: string, road: () => Road): Road =>
    rows * cols <= comparable
      ? smooth(name, road)
      : { name, note: `not asked: ${rows * cols} entries are many` };
  const roads = [
    byVerb("dual", forward, subject),
    byVerb("tape", reverse, subject),
    small("symbolic", () => bySymbols(subject)),
    smooth("nonsmooth", () => byVerb("nonsmooth", certified, subject)),
    small("differences", () => byDifferences(subject)),
  ];
  return { roads, kink };
};
