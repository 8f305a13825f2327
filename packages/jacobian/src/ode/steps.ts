import {
  type Container,
  ConvergenceError,
  SingularMatrixError,
  add,
  copied,
  mapLeaves,
  mul,
  sameStructure,
  sub,
} from "@jacobian/core";
import { zipLeaves } from "../containers.ts";
import { root } from "../root.ts";

/** dy/dt = f(t, y, p). */
export type Field = (t: number, y: Container, p: Container) => Container;

/** y(t + h) from y(t), in the name of an operation. */
export type Step = (
  operation: string,
  f: Field,
  span: readonly [t: number, h: number],
  y: Container,
  p: Container,
) => Container;

/** y + h·k. */
const along = (y: Container, h: number, k: Container): Container =>
  // The container of y.
  zipLeaves("ode", (leaf, rate) => add(leaf, mul(h, rate)), y, k) as Container;

/** f that is known to give a rate for each entry of y. It has a state of its own, which it may write into. */
const rates =
  (operation: string, f: Field): Field =>
  (t, y, p) => {
    const rate = f(t, mapLeaves(operation, y, copied) as Container, p);
    return sameStructure(operation, y, rate, "let f(t, y, p) give a rate for each entry of y");
  };

/** The classical Runge–Kutta method, of order 4. */
export const rk4: Step = (operation, f, [t, h], y, p) => {
  const rate = rates(operation, f);
  const k1 = rate(t, y, p);
  const k2 = rate(t + h / 2, along(y, h / 2, k1), p);
  const k3 = rate(t + h / 2, along(y, h / 2, k2), p);
  const k4 = rate(t + h, along(y, h, k3), p);
  return along(along(along(along(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
};

/**
 * z = y + h/2·(f(t, y) + f(t + h, z)), of order 2 and A-stable, by Newton's method from y. Its derivative is that
 * of the solution z (implicit function theorem), the steps of Newton's method are not differentiated.
 */
export const trapezoid: Step = (operation, f, [t, h], y, p) => {
  const rate = rates(operation, f);
  const known = along(y, h / 2, rate(t, y, p));
  const equations = (z: Container, known: Container, p: Container): Container =>
    // The container of z.
    zipLeaves("ode", sub, along(known, h / 2, rate(t + h, z, p)), z) as Container;
  try {
    return root(equations)(y, known, p);
  } catch (error) {
    if (!(error instanceof ConvergenceError || error instanceof SingularMatrixError)) throw error;
    throw new ConvergenceError(
      `${operation}: expected Newton's method to solve the step from t = ${t} to ${t + h}, got "${error.message}"; take more steps`,
    );
  }
};
