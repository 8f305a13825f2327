import {
  type Differentiable,
  type Input,
  type MatrixValue,
  type ScalarFor,
  type Scalars,
  ShapeError,
  SingularMatrixError,
  describeShape,
  value,
} from "@jacobian/core";
import { det, logAbsDet } from "@jacobian/linalg";
import { jacobian } from "./jacobian.ts";
import type { JacobianOptions } from "./mode/options.ts";

/**
 * The determinant of the Jacobian: by how much f scales volume near x, negative where it turns
 * orientation.
 * @throws ShapeError unless f has as many outputs as inputs (√det JᵀJ of a tall Jacobian is `volume`);
 * DomainError as `jacobian`.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * determinant(polar)([2, 0.7]); // 2
 */
export const determinant =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): ScalarFor<A> =>
    // The determinant of a plain matrix is a number.
    det(square("determinant", jacobian(f, options)(x, ...constants))) as ScalarFor<A>;

/**
 * log |det J(x)|, which stays in range where the determinant does not: what a density changes by under f.
 * @throws ShapeError unless f has as many outputs as inputs; SingularMatrixError where the determinant is 0;
 * DomainError as `jacobian`.
 * @example
 * logAbsDeterminant(([x, y]) => [exp(x), mul(x, y)])([3, 1]); // 4.098612288668109
 */
export const logAbsDeterminant =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  <const A extends Input<X>>(x: A, ...constants: C): ScalarFor<A> => {
    const J: MatrixValue = jacobian(f, options)(x, ...constants);
    // That of a plain matrix is a number.
    return logAbsDet(square("logAbsDeterminant", J)).logAbsDet as ScalarFor<A>;
  };

/**
 * The sign of the determinant of the Jacobian: +1 where f keeps orientation, −1 where it turns it, 0 where J
 * is singular in floating point. It neither overflows nor underflows, as the determinant may; its derivative is 0.
 * @throws ShapeError unless f has as many outputs as inputs; DomainError as `jacobian`.
 * @example
 * orientation(([x, y]) => [y, x])([2, 3]); // -1
 */
export const orientation =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
    options: JacobianOptions = {},
  ) =>
  (x: Input<X>, ...constants: C): 1 | -1 | 0 => {
    const J: MatrixValue = jacobian(f, options)(x, ...constants);
    return signOf(square("orientation", J));
  };

const signOf = (J: MatrixValue): 1 | -1 | 0 => {
  try {
    // A locally constant number, also of elements.
    return value(logAbsDet(J).sign) > 0 ? 1 : -1;
  } catch (error) {
    if (error instanceof SingularMatrixError) return 0;
    throw error;
  }
};

/** A Jacobian that has a determinant. */
const square = (operation: string, J: MatrixValue): MatrixValue => {
  const { rows, cols } = J;
  if (rows === cols) return J;
  const remedy =
    rows > cols
      ? "its volume factor √det(JᵀJ) is volume(f)(x)"
      : "volume(f)(x) is for at least as many outputs as inputs, and a map to fewer dimensions has no volume factor";
  throw new ShapeError(
    `${operation}: expected a square Jacobian, got ${describeShape(J.shape)}; ${remedy}`,
  );
};
