import {
  type Differentiable,
  type Input,
  type OutputFor,
  type Scalars,
  type Value,
  DomainError,
  add,
  entryCount,
  leavesOf,
  mapLeaves,
  scale,
  unflatten,
} from "@jacobian/core";
import type { AnyFunction } from "../evaluate.ts";
import { type MultiIndex, degreeOf, interpolation, multiIndices } from "./interpolation.ts";
import { type Jet, checkedOrder, expanded } from "./jet.ts";

/** Every partial derivative of a function at a point up to some total order, each in the output's container. */
export class MixedPartials<Y> implements Iterable<readonly [index: MultiIndex, derivative: Y]> {
  constructor(
    /** The largest total order. */
    readonly order: number,
    /** Entries of the input. */
    readonly variables: number,
    /** By total order, and then by falling order in the first variable, the second, …. */
    private readonly entries: readonly (readonly [index: MultiIndex, derivative: Y])[],
  ) {}

  /**
   * The derivative that is of these orders in the entries of the input, in container order: at(2, 1) is
   * ∂³f/∂x²∂y, at(0, 0) is f itself.
   * @throws DomainError unless there is a whole number for each entry, with a sum up to the order.
   */
  at(...index: MultiIndex): Y {
    const found = this.entries.find(([own]) => String(own) === String(index));
    if (found !== undefined) return found[1];
    throw new DomainError(
      `MixedPartials.at: expected ${this.variables} orders with a sum up to ${this.order}, got (${index.join(", ")}); give one for each entry of the input`,
    );
  }

  /** All of them, those of low total order first. */
  [Symbol.iterator](): Iterator<readonly [index: MultiIndex, derivative: Y]> {
    return this.entries[Symbol.iterator]();
  }
}

/** Σ weight·y over containers of one structure. */
const combined = (operation: string, terms: readonly (readonly [weight: number, y: unknown])[]) => {
  const leaves = terms.map(([weight, y]) =>
    leavesOf(operation, y).map((leaf) => scale(weight, leaf)),
  );
  let leaf = -1;
  return mapLeaves(operation, terms[0]?.[1], () => {
    leaf++;
    return leaves.map((list) => list[leaf] ?? 0).reduce<Value>((total, y) => add(total, y), 0);
  });
};

/** Interpolation loses digits with every order, and its fractions grow. */
const highest = 20;

const allOf = (f: AnyFunction, x: unknown, order: number, constants: readonly unknown[]) => {
  const operation = "mixedPartials";
  const n = entryCount(operation, x);
  const rays = multiIndices(n, order).map((j): readonly [MultiIndex, Jet<unknown>] => {
    const direction = unflatten(operation, x, Float64Array.from(j));
    return [j, expanded(operation, f, order, [x, direction], constants)];
  });
  const [value] = rays[0]?.[1] ?? expanded(operation, f, 0, [x], constants);
  const derivative = (i: MultiIndex): unknown => {
    const k = degreeOf(i);
    return k === 0
      ? value
      : combined(
          operation,
          rays.map(([j, c]) => [interpolation(i, j), c[k]]),
        );
  };
  const indices = Array.from({ length: order + 1 }, (_, k) => multiIndices(n, k)).flat();
  const entries = indices.map((i) => [i, derivative(i)] as const);
  return new MixedPartials(order, n, entries);
};

/**
 * Every partial derivative ∂^|i|f/∂x^i of total order |i| up to the given one, by interpolation from Taylor
 * series along as many straight lines as there are derivatives of that order: (n + d − 1)!/(n − 1)!/d! passes
 * of order d, where nested derivatives would take nᵈ (Griewank, Utke & Walther 2000, Math. Comp. 69, 1117–1130).
 * @throws DomainError unless the order is a whole number from 0 to 20; OperatorError or LevelError for an
 * output that is no value of f's own.
 * @example
 * const partials = mixedPartials(([x, y]) => mul(square(x), y), 3)([2, 3]);
 * partials.at(1, 0); // 12
 * partials.at(2, 1); // 2
 */
export const mixedPartials =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    order: number,
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): MixedPartials<OutputFor<A, Y>> =>
    // The derivatives come in the output's container, plain for plain input.
    allOf(
      f as AnyFunction,
      x,
      checkedOrder("mixedPartials", order, highest),
      constants,
    ) as MixedPartials<OutputFor<A, Y>>;
