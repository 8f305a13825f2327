import {
  type Differentiable,
  type Input,
  type OutputFor,
  type Scalar,
  type Scalars,
  DomainError,
  ShapeError,
  checkedFunction,
  copied,
  describe,
  describeShape,
  isValue,
  leavesOf,
  mapLeaves,
  ownOutputs,
  sameStructure,
  shapeOf,
  zeros,
} from "@jacobian/core";
import type { AnyFunction } from "../evaluate.ts";
import { Taylor } from "./algebra.ts";

/** The Taylor coefficients of a curve, its value first, each in the container of the value. */
export type Jet<Y> = [value: Y, ...coefficients: Y[]];

/** Beyond, no coefficient of anything is worth the memory. */
const enough = 1000;

/** @throws DomainError unless it is a whole number that can be meant. */
export const checkedOrder = (operation: string, order: number, highest = enough): number => {
  if (Number.isInteger(order) && order >= 0 && order <= highest) return order;
  throw new DomainError(
    `${operation}: expected an order from 0 to ${highest}, a whole number, got ${describe(order)}; it comes after the function`,
  );
};

/** f along the curve with these coefficients, up to t^order. */
export const expanded = (
  operation: string,
  f: AnyFunction,
  order: number,
  curve: readonly unknown[],
  constants: readonly unknown[],
): Jet<unknown> => {
  const algebra = new Taylor(order);
  const coefficients = curve.slice(0, order + 1).map((x) => leavesOf(operation, x).map(copied));
  let leaf = -1;
  const lifted = mapLeaves(operation, curve[0], () => {
    leaf++;
    return algebra.input(coefficients.map((leaves) => leaves[leaf] ?? 0));
  });
  const run = checkedFunction(operation, f);
  const output = algebra.run(() => ownOutputs(operation, algebra, run(lifted, ...constants)));
  const at = (k: number): unknown =>
    mapLeaves(operation, output, (y) => algebra.coefficient(y, k) ?? zeros(shapeOf(y)));
  return [at(0), ...Array.from({ length: order }, (_, k) => at(k + 1))];
};

/**
 * The Taylor coefficients c_0 … c_order of a function of one scalar: f(x + t) = Σ c_k·t^k, so that
 * c_k = f⁽ᵏ⁾(x)/k!, each in the container of the output. One evaluation of f with series in the place of
 * numbers, at a cost that grows with order². At a kink they are those of the piece to the right.
 * @throws DomainError unless the order is a whole number from 0 to 1000; ShapeError unless x is a scalar;
 * OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * taylor((x) => div(1, x), 3)(2); // [ 0.5, -0.25, 0.125, -0.0625 ]
 */
export const taylor =
  <C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<Scalar, C, Y>,
    order: number,
  ) =>
  <A extends Scalar>(x: A, ...constants: C): Jet<OutputFor<A, Y>> => {
    // What a program that is not type-checked may pass.
    const given: unknown = x;
    if (!isValue(given) || shapeOf(given).length > 0) {
      const got = isValue(given) ? describeShape(shapeOf(given)) : describe(given);
      throw new ShapeError(
        `taylor: expected a scalar to expand at, got ${got}; along a direction v of several inputs take jet(f, order)([x, v])`,
      );
    }
    // The coefficients come in the output's container, plain for plain input.
    return expanded(
      "taylor",
      f as AnyFunction,
      checkedOrder("taylor", order),
      [x, 1],
      constants,
    ) as Jet<OutputFor<A, Y>>;
  };

/**
 * The Taylor coefficients of f along a curve x(t) = x_0 + x_1·t + x_2·t² + …, which is given by its own, each
 * in the container of f's input: f(x(t)) = Σ c_k·t^k up to t^order. [x, v] is a straight line, and c_1 is then
 * `jvp`'s tangent, but at a kink, where it is that of the piece that the curve enters. What is missing in the curve is 0, what is beyond the order does not matter. A jet can be
 * put into the next function: the jet of a composition is the composition of the jets.
 * @throws DomainError unless the order is a whole number from 0 to 1000; ShapeError for an empty curve, or
 * coefficients that differ in structure; OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * jet(([x, y]) => mul(x, y), 2)([[2, 3], [1, 10]]); // [ 6, 23, 10 ]
 */
export const jet =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    order: number,
  ) =>
  <const A extends Input<X>>(
    curve: readonly [A, ...Input<X>[]],
    ...constants: C
  ): Jet<OutputFor<A, Y>> => {
    checkedOrder("jet", order);
    // What a program that is not type-checked may pass.
    const given: unknown = curve;
    if (!Array.isArray(given) || given.length === 0) {
      throw new ShapeError(
        `jet: expected the coefficients [x, v, ...] of a curve, got ${describe(given)}; give at least the point itself, [x]`,
      );
    }
    for (const x of curve) {
      sameStructure<unknown>(
        "jet",
        curve[0],
        x,
        "give every coefficient the structure of the first",
      );
    }
    // The coefficients come in the output's container, plain for plain input.
    return expanded("jet", f as AnyFunction, order, curve, constants) as Jet<OutputFor<A, Y>>;
  };
