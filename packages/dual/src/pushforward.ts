import {
  type ChunkOptions,
  type Differentiable,
  type Input,
  type OutputFor,
  type Scalars,
  ShapeError,
  describe,
} from "@jacobian/core";
import { chunkOf } from "./chunk.ts";
import type { AnyFunction } from "./evaluate.ts";
import { directionOf, pushInChunks } from "./push.ts";

/** The value of a function and its derivative along each direction, all in the output's container. */
export interface Pushforward<Y> {
  readonly value: Y;
  /** One for each direction, in their order. */
  readonly tangents: readonly Y[];
}

/**
 * The pushforward at x of a list of directions: f(x) and every J(x)·v, a chunk of directions in one
 * evaluation; each v has the container of x, each result that of the output. `jvp` is the same for one.
 * @throws ShapeError unless the directions are a list, each with the structure of x; DomainError for an
 * option that is none; OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * pushforward(([x, y]) => mul(x, y))([2, 3], [[1, 0], [0, 1]]); // { value: 6, tangents: [ 3, 2 ] }
 */
export const pushforward = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: ChunkOptions = {},
): (<const A extends Input<X>>(
  x: A,
  directions: readonly Input<X>[],
  ...constants: C
) => Pushforward<OutputFor<A, Y>>) => {
  const chunk = chunkOf("pushforward", options);
  return (x, directions, ...constants) => {
    const along = listed(directions).map((v) => directionOf("pushforward", x, v));
    const pushed = pushInChunks("pushforward", f as AnyFunction, x, along, constants, chunk);
    // The results come in the output's container, plain for plain input.
    return pushed as Pushforward<OutputFor<typeof x, Y>>;
  };
};

const listed = (directions: unknown): readonly unknown[] => {
  if (Array.isArray(directions)) return directions;
  throw new ShapeError(
    `pushforward: expected a list of directions, got ${describe(directions)}; put one direction in a list too, or use jvp`,
  );
};
