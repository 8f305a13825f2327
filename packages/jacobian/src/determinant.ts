import {
  type Differentiable,
  type Input,
  type ScalarFor,
  type Scalars,
  ShapeError,
  describeShape,
} from "@jacobian/core";
import { det } from "@jacobian/linalg";
import { jacobian, type JacobianOptions } from "./jacobian.ts";

/**
 * The determinant of the Jacobian: by how much f scales volume near x, negative where it turns
 * orientation.
 * @throws ShapeError unless f has as many outputs as inputs; DomainError as `jacobian`.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * determinant(polar)([2, 0.7]); // 2
 */
export const determinant =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): ScalarFor<A> => {
    const J = jacobian(f, options)(x, ...constants);
    const [rows, cols] = J.shape;
    // The determinant of a plain matrix is a number.
    if (rows === cols) return det(J) as ScalarFor<A>;
    const remedy =
      rows > cols
        ? "its volume factor is √det(JᵀJ): sqrt(det(matmul(transpose(J), J)))"
        : "a map to fewer dimensions has no volume factor; √det(JJᵀ) is sqrt(det(matmul(J, transpose(J))))";
    throw new ShapeError(
      `determinant: expected a square Jacobian, got ${describeShape(J.shape)}; ${remedy}`,
    );
  };
