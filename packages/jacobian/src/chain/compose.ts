import {
  type Input,
  type MatrixFor,
  type OutputFor,
  type Scalars,
  DomainError,
  checkedFunction,
  copied,
  mapLeaves,
} from "@jacobian/core";
import { linearize } from "../linear/linearize.ts";
import { ChainFactors } from "./chain-factors.ts";

/** A function of a container; `never` is what any function may be passed for. */
type Factor = (x: never) => unknown;

type InputOf<F extends readonly Factor[]> = F extends readonly [
  (x: infer X) => unknown,
  ...unknown[],
]
  ? X
  : never;

type GivenBy<F extends readonly Factor[]> = F extends readonly [...unknown[], (x: never) => infer Y]
  ? Y
  : never;

/** The function that applies several, one after the other. */
export interface Composition<X, Y> {
  (x: X): Y;
  /** Those it is made of, in the order in which they are applied. */
  readonly functions: readonly Factor[];
  /**
   * The Jacobian of each function where it is applied, from one evaluation of each.
   * @throws as `linearize`.
   */
  factors<const A extends Input<X>>(x: A): ChainFactors<MatrixFor<A>, OutputFor<A, Y>>;
}

interface Compose {
  <F extends readonly [(x: Scalars) => unknown, ...((x: Scalars) => unknown)[]]>(
    ...functions: F
  ): Composition<InputOf<F>, GivenBy<F>>;
  <F extends readonly [Factor, ...Factor[]]>(...functions: F): Composition<InputOf<F>, GivenBy<F>>;
}

/** A function of which the types do not matter inside. */
type Step = (x: unknown) => unknown;

const factorsAt = (steps: readonly Step[], x: unknown) => {
  const points: unknown[] = [];
  const jacobians: MatrixFor<unknown>[] = [];
  // The caller may write into what it gave.
  let value = mapLeaves("factors", x, copied);
  for (const step of steps) {
    points.push(value);
    const linear = linearize<unknown>(step)(value);
    jacobians.push(linear.toMatrix());
    value = linear.value;
  }
  return new ChainFactors(value, points, jacobians);
};

/**
 * f_k ∘ … ∘ f_1 as a function that keeps what it is made of: `compose(f1, f2, f3)(x)` is f3(f2(f1(x))), in the order in
 * which they are applied. Differentiate it as any function, or look at its chain rule with `factors`: the Jacobian of
 * each, the cheapest order to multiply them in, and what the orders cost.
 * @throws DomainError for no function at all; OperatorError for what is no function.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * const norm = ([x, y]: Scalars<2>) => sqrt(add(square(x), square(y)));
 * const length = compose(polar, norm);
 * gradient(length)([2, 0]); // [ 1, 0 ]
 * length.factors([2, 0]).bracketing; // "J2·J1"
 */
export const compose: Compose = (...functions: readonly Factor[]) => {
  if (functions.length === 0) {
    throw new DomainError(
      "compose: expected functions to apply one after the other, got none; give the first one first",
    );
  }
  // Each is applied to what the one before it gives.
  const steps = functions.map((f) => checkedFunction("compose", f) as Step);
  const call = (x: unknown): unknown => steps.reduce((y, step) => step(y), x);
  const factors = (x: unknown) => factorsAt(steps, x);
  // The types of input and output are those of the first and the last.
  return Object.assign(call, { functions, factors }) as never;
};
