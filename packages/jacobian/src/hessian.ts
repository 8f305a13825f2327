import type { Differentiable, Input, MatrixFor, Mirror, Scalar, Scalars } from "@jacobian/core";
import { jacobian, jvp } from "@jacobian/dual";
import { gradient } from "@jacobian/tape";

/** Reverse within, forward around: n directions through one gradient each. */
const gradientOf =
  <X, C extends readonly unknown[]>(f: Differentiable<X, C, Scalar>) =>
  (x: X, ...constants: C): unknown =>
    // A variable of type X is what the gradient of a function of X takes.
    gradient(f)(x as Input<X>, ...constants);

/**
 * The Hessian of a scalar function: the Jacobian of its gradient, n×n, rows and columns in the
 * input's container order. Forward over reverse: about n gradients.
 * @throws ShapeError unless the output is one scalar.
 * @example
 * hessian(([x, y]) => mul(square(x), y))([1, 3]); // Matrix 2×2 [6 2] [2 0]
 */
export const hessian =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, ...constants: C): MatrixFor<A> =>
    jacobian(gradientOf(f))(x, ...constants);

/**
 * The Hessian–vector product H(x)·v, in the container of x, at the cost of a few gradients:
 * the Hessian is never formed.
 * @throws ShapeError unless the output is one scalar and v has the structure of x.
 * @example
 * hvp(([x, y]) => mul(square(x), y))([1, 3], [1, 0]); // [ 6, 2 ]
 */
export const hvp =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, v: Input<X>, ...constants: C): Mirror<A> =>
    // The gradient has the container of x, and so has its derivative.
    jvp(gradientOf(f))(x, v, ...constants).tangent as Mirror<A>;
