import {
  type Differentiable,
  type Input,
  type MatrixValue,
  type Scalar,
  type ScalarFor,
  type Scalars,
  ShapeError,
  abs,
  describeShape,
} from "@jacobian/core";
import { jacobian } from "./jacobian.ts";
import type { JacobianOptions } from "./mode/options.ts";
import { signedVolume } from "./signed-volume.ts";

/**
 * √det(JᵀJ), the factor by which f: Rⁿ → Rᵐ, m ≥ n, scales n-dimensional volume near x: the speed of a curve,
 * the area of a surface per area of its parameters; |det J| where J is square. From the R of J = Q·R, since
 * det(JᵀJ) = (∏ rᵢᵢ)², without the squares of JᵀJ, which would cost half of the digits.
 * @throws ShapeError for fewer outputs than inputs; DomainError as `jacobian`, and for NaN or ∞ in a tall J; in its
 * derivative SingularMatrixError where the columns of a tall J depend on each other.
 * @example
 * const cylinder = ([t, z]: Scalars<2>) => [mul(3, cos(t)), mul(3, sin(t)), z];
 * volume(cylinder)([0.7, 1]); // 3
 */
export const volume =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): ScalarFor<A> =>
    // That of a plain matrix is a number.
    volumeOf(jacobian(f, options)(x, ...constants)) as ScalarFor<A>;

const volumeOf = (J: MatrixValue): Scalar => {
  if (J.rows >= J.cols) return abs(signedVolume(J));
  throw new ShapeError(
    `volume: expected at least as many outputs as inputs, got ${describeShape(J.shape)} as Jacobian; a map to fewer dimensions has no volume factor`,
  );
};
