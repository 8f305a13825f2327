import type { Differentiable, Input, OutputFor, Scalars } from "@jacobian/core";
import type { AnyFunction } from "./evaluate.ts";
import { directionOf, push } from "./push.ts";

/** A function along one direction to second order, all in the output's container. */
export interface SecondDirectional<Y> {
  readonly value: Y;
  /** ∂f/∂v = J·v */
  readonly first: Y;
  /** ∂²f/∂v², which is vᵀ·H·v for a scalar function. */
  readonly second: Y;
}

/** A function along two directions, all in the output's container. */
export interface MixedDirectional<Y> {
  readonly value: Y;
  /** ∂f/∂v and ∂f/∂w */
  readonly first: readonly [Y, Y];
  /** ∂²f/∂v∂w, which is vᵀ·H·w for a scalar function. */
  readonly second: Y;
}

/**
 * A hyper-dual number x + ε₁·v + ε₂·w + ε₁ε₂·0, ε₁² = ε₂² = 0 (Fike & Alonso 2011), is a dual number
 * whose value and tangent are dual numbers: so f is evaluated once, by the one chain rule.
 */
const hyperDual = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  v: unknown,
  w: unknown,
  constants: readonly unknown[],
): MixedDirectional<unknown> => {
  const [alongV, alongW] = [[directionOf(operation, x, v)], [directionOf(operation, x, w)]];
  const inner: AnyFunction = (y) => {
    const pushed = push(operation, f, y, alongV, constants);
    return [pushed.value(), pushed.tangent(0)];
  };
  const outer = push(operation, inner, x, alongW, []);
  // Value and derivative of what `inner` gives: two.
  const [value, dv] = outer.value() as [unknown, unknown];
  const [dw, second] = outer.tangent(0) as [unknown, unknown];
  return { value, first: [dv, dw], second };
};

/**
 * The value of f at x and its first two derivatives along v, exact, in one evaluation: f(x), J·v and
 * ∂²f/∂v², which is the curvature vᵀ·H·v of a scalar function (H is never formed).
 * @throws ShapeError unless v has the structure of x; OperatorError or LevelError for an output that
 * is no value of f's own.
 * @example
 * secondDirectional(([x, y]) => mul(square(x), y))([1, 3], [1, 0]);
 * // { value: 3, first: 6, second: 6 }
 */
export const secondDirectional =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(
    x: A,
    v: Input<X>,
    ...constants: C
  ): SecondDirectional<OutputFor<A, Y>> => {
    const mixed = hyperDual("secondDirectional", f as AnyFunction, x, v, v, constants);
    // The results come in the output's container, plain for plain input.
    return { ...mixed, first: mixed.first[0] } as SecondDirectional<OutputFor<A, Y>>;
  };

/**
 * The value of f at x, its derivatives along v and along w, and the mixed second one, exact, in one
 * evaluation: f(x), J·v, J·w and ∂²f/∂v∂w, which is vᵀ·H·w of a scalar function.
 * @throws ShapeError unless v and w have the structure of x; OperatorError or LevelError for an output
 * that is no value of f's own.
 * @example
 * mixedDirectional(([x, y]) => mul(square(x), y))([1, 3], [1, 0], [0, 1]);
 * // { value: 3, first: [ 6, 1 ], second: 2 }
 */
export const mixedDirectional =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(
    x: A,
    v: Input<X>,
    w: Input<X>,
    ...constants: C
  ): MixedDirectional<OutputFor<A, Y>> =>
    // The results come in the output's container, plain for plain input.
    hyperDual("mixedDirectional", f as AnyFunction, x, v, w, constants) as MixedDirectional<
      OutputFor<A, Y>
    >;
