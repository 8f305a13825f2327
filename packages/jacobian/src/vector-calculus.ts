import {
  type Differentiable,
  type Input,
  type MatrixValue,
  type Mirror,
  type Scalar,
  type ScalarFor,
  type Scalars,
  ShapeError,
  at,
  describeShape,
  sub,
  unflatten,
  vector,
} from "@jacobian/core";
import { trace } from "@jacobian/linalg";
import { hessian } from "./hessian.ts";
import { jacobian } from "./jacobian.ts";
import type { JacobianOptions } from "./mode/options.ts";

/**
 * The divergence of a vector field, Σ ∂fᵢ/∂xᵢ, the trace of its Jacobian: how fast volume grows that is carried along.
 * @throws ShapeError unless f has as many outputs as inputs; DomainError as `jacobian`.
 * @example
 * divergence(([x, y]) => [mul(x, y), square(y)])([2, 3]); // 9
 */
export const divergence =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): ScalarFor<A> => {
    const J: MatrixValue = jacobian(f, options)(x, ...constants);
    // The trace of a plain matrix is a number.
    if (J.rows === J.cols) return trace(J) as ScalarFor<A>;
    throw new ShapeError(
      `divergence: expected a field with as many outputs as inputs, got ${describeShape(J.shape)} as Jacobian; give one component for each coordinate`,
    );
  };

/** A scalar for a list of two, a list of three for a list of three; either for what has no length in its type. */
export type CurlFor<A> = A extends readonly [unknown, unknown]
  ? ScalarFor<A>
  : A extends readonly [unknown, unknown, unknown]
    ? Mirror<A>
    : ScalarFor<A> | Mirror<A>;

/**
 * The curl of a vector field: (∂f₃/∂x₂ − ∂f₂/∂x₃, ∂f₁/∂x₃ − ∂f₃/∂x₁, ∂f₂/∂x₁ − ∂f₁/∂x₂) in space, in the container
 * of x; the scalar ∂f₂/∂x₁ − ∂f₁/∂x₂ in the plane. Twice the angular velocity of what is carried along.
 * @throws ShapeError unless f takes and gives two entries, or three; DomainError as `jacobian`.
 * @example
 * curl(([x, y]) => [neg(y), x])([2, 3]); // 2
 * curl(([x, y, z]) => [mul(y, z), 0, mul(x, x)])([1, 2, 3]); // [ 0, 0, -3 ]
 */
export const curl =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): CurlFor<A> => {
    const J: MatrixValue = jacobian(f, options)(x, ...constants);
    // A scalar of two entries, the container of x of three.
    return curlOf(J, x) as CurlFor<A>;
  };

const curlOf = (J: MatrixValue, x: unknown): unknown => {
  const { rows, cols } = J;
  const rotation = (i: number, j: number): Scalar => sub(at(J, j, i), at(J, i, j));
  if (rows === 2 && cols === 2) return rotation(0, 1);
  if (rows === 3 && cols === 3) {
    return unflatten("curl", x, vector([rotation(1, 2), rotation(2, 0), rotation(0, 1)]));
  }
  throw new ShapeError(
    `curl: expected a field in the plane or in space, got ${describeShape(J.shape)} as Jacobian; take its antisymmetric part J − Jᵀ in other dimensions`,
  );
};

/**
 * The Laplacian of a scalar function, Σ ∂²f/∂xᵢ², the trace of its Hessian, at the cost of about n gradients.
 * @throws ShapeError unless the output is one scalar.
 * @example
 * laplacian(([x, y]) => mul(square(x), y))([1, 3]); // 6
 */
export const laplacian =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, ...constants: C): ScalarFor<A> => {
    const H: MatrixValue = hessian(f)(x, ...constants);
    // The trace of a plain matrix is a number.
    return trace(H) as ScalarFor<A>;
  };
