import {
  type ChunkOptions,
  type Differentiable,
  type Input,
  type Mirror,
  type Scalar,
  type ScalarFor,
  type Scalars,
  type Value,
  mapLeaves,
  scalarOutput,
  shapeOf,
  sizeOf,
  stack,
} from "@jacobian/core";
import { chunkOf } from "./chunk.ts";
import { columnsOf } from "./columns.ts";
import { type AnyFunction, valueOf } from "./evaluate.ts";

/** A scalar and its gradient, which has the container of the input. */
export interface ValueAndGradient<A> {
  readonly value: ScalarFor<A>;
  readonly gradient: Mirror<A>;
}

const along = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
  chunk: number,
) => {
  const { first, cols, chunks } = columnsOf(operation, f, x, constants, chunk);
  const value = scalarOutput(operation, valueOf(operation, first));
  const entries = new Array<Value>(cols).fill(0);
  for (const { from, directions, tangents } of chunks) {
    directions.visit(tangents[0] ?? 0, (lane, k) => (entries[from + k] = lane));
  }
  let start = 0;
  const gradient = mapLeaves(operation, x, (leaf) => {
    const shape = shapeOf(leaf);
    if (shape.length === 0) return entries[start++];
    return stack(entries.slice(start, (start += sizeOf(shape))), shape)[0];
  });
  return { value, gradient };
};

/**
 * The value of a scalar function and its gradient, in the container of the input. Costs about n
 * evaluations, several at a time: for many inputs use reverse mode (`@jacobian/tape`).
 * @throws ShapeError unless the output is one scalar; DomainError for an option that is none.
 * @example
 * valueAndGradient(([x, y]) => mul(x, y))([2, 3]); // { value: 6, gradient: [ 3, 2 ] }
 */
export const valueAndGradient = <X = Scalars, C extends readonly unknown[] = []>(
  f: Differentiable<X, C, Scalar>,
  options: ChunkOptions = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => ValueAndGradient<A>) => {
  const chunk = chunkOf("valueAndGradient", options);
  return (x, ...constants) =>
    // The gradient is built in the structure of x; both are plain for plain input.
    along("valueAndGradient", f as AnyFunction, x, constants, chunk) as ValueAndGradient<typeof x>;
};

/**
 * The gradient of a scalar function, in the container of the input, as `valueAndGradient` gives it.
 * @throws ShapeError unless the output is one scalar; DomainError for an option that is none.
 * @example
 * gradient(([x, y]) => mul(x, y))([2, 3]); // [ 3, 2 ]
 */
export const gradient = <X = Scalars, C extends readonly unknown[] = []>(
  f: Differentiable<X, C, Scalar>,
  options: ChunkOptions = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => Mirror<A>) => {
  const chunk = chunkOf("gradient", options);
  return (x, ...constants) =>
    // Built in the structure of x.
    along("gradient", f as AnyFunction, x, constants, chunk).gradient as Mirror<typeof x>;
};
