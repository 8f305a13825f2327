import {
  type Differentiable,
  type Input,
  type Mirror,
  type Scalar,
  type Scalars,
  sameStructure,
} from "@jacobian/core";
import { back } from "./gradient.ts";
import { pullOnce } from "./pull.ts";

/**
 * The Hessian–vector product H(x)·v of a scalar function, in the container of x, without H: reverse over
 * reverse. H is symmetric, so Hᵀ·v, the vector–Jacobian product of the gradient, is the same. (Forward over
 * reverse, `hvp` of the package `jacobian`, takes less time and memory; this one needs no other engine.)
 * @throws ShapeError unless the output is one scalar and v has the structure of x.
 * @example
 * hvp(([x, y]) => mul(square(x), y))([1, 3], [1, 0]); // [ 6, 2 ]
 */
export const hvp =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, v: Input<X>, ...constants: C): Mirror<A> => {
    sameStructure<unknown>("hvp", x, v, "give the direction v the structure of x");
    const slope = (y: unknown): unknown => back("hvp", f, y, constants).gradient;
    // The gradient has the container of x, and so has its cotangent's image.
    return pullOnce("hvp", slope, x, [], ({ pullback }) => pullback(v)) as Mirror<A>;
  };
