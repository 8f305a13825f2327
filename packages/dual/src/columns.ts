import {
  type Plain,
  type Shape,
  type Value,
  leavesOf,
  plainOf,
  sameStructure,
  shapeOf,
  sizeOf,
} from "@jacobian/core";
import { Directions } from "./bundle.ts";
import { type AnyFunction, evaluate, tangentOf, valueOf } from "./evaluate.ts";

export interface Columns {
  /** The output, in its container. */
  readonly value: unknown;
  /** J·e₁, J·e₂, …, each as the leaves of the output's container. */
  readonly columns: readonly (readonly Value[])[];
}

/** What passes of one function must agree on. */
export const sameOutput = "let the function give the same structure at every evaluation";

/** 1 at entry k, else 0. */
const unit = (shape: Shape, k: number): Plain =>
  shape.length === 0 ? 1 : plainOf(shape, new Float64Array(sizeOf(shape)).fill(1, k, k + 1));

/** For every leaf the tangents along the unit vectors from ≤ k < to, of all entries in a row. */
const unitSeeds = (
  directions: Directions,
  shapes: readonly Shape[],
  from: number,
  to: number,
): Value[] => {
  let start = 0;
  return shapes.map((shape) => {
    const place = start;
    start += sizeOf(shape);
    const first = Math.max(from, place);
    const units: Value[] = [];
    for (let k = first; k < Math.min(to, start); k++) units.push(unit(shape, k - place));
    return directions.bundle(units, first - from);
  });
};

/** The columns of the Jacobian: one evaluation for each chunk of the input's entries, and one at least. */
export const columnsOf = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
  chunk: number,
): Columns => {
  const shapes = leavesOf(operation, x).map(shapeOf);
  const entries = shapes.reduce((n, shape) => n + sizeOf(shape), 0);
  const columns: (readonly Value[])[] = [];
  let value: unknown;
  for (let from = 0; from === 0 || from < entries; from += chunk) {
    const to = Math.min(entries, from + chunk);
    const directions = new Directions(to - from);
    const seeds = unitSeeds(directions, shapes, from, to);
    const pass = evaluate(operation, f, x, seeds, constants);
    const again = valueOf(operation, pass);
    value = from === 0 ? again : sameStructure(operation, value, again, sameOutput);
    const tangents = leavesOf(operation, pass.output).map((y) => tangentOf(pass.algebra, y));
    for (let k = 0; k < to - from; k++) columns.push(tangents.map((d) => directions.lane(d, k)));
  }
  return { value, columns };
};
