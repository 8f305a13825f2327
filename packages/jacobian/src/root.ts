import type { Container } from "@jacobian/core";
import { solve } from "@jacobian/linalg";
import { root as rootBy, type RootOptions } from "@jacobian/tape";

/**
 * The root y of F(y, x) = 0 that Newton's method settles at, a function of its start and of x. Its derivative is
 * that of the root (implicit function theorem), of any order and in either mode; the steps are not
 * differentiated. `start` is a constant; further arguments of F are further parameters.
 * @throws ConvergenceError if Newton's method does not settle; SingularMatrixError where ∂F/∂y is singular;
 * ShapeError unless there are as many equations as unknowns; LevelError if F captures an element of a
 * derivative around it: all it depends on is among its arguments.
 * @example
 * const circle = root((y: Scalar, x: Scalar): Scalar => sub(add(square(x), square(y)), 25));
 * circle(1, 3); // 4
 * derivative((x: Scalar) => circle(1, x))(3); // -0.75
 */
export const root = <Y extends Container, X extends readonly unknown[]>(
  F: (y: Y, ...x: X) => Container,
  options: Partial<RootOptions<Y, X>> = {},
): ((start: Y, ...x: X) => Y) => rootBy(F, { solve, ...options });
