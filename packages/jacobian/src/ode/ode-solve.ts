import {
  type Container,
  type Input,
  type Scalars,
  DomainError,
  checkedFunction,
  copied,
  describe,
  mapLeaves,
  scalar,
} from "@jacobian/core";
import { checkpointedFold } from "@jacobian/tape";
import { checkedOptions } from "../checked-options.ts";
import type { SolutionFor } from "../inverse/doors.ts";
import { type OdeOptions, odeRules } from "./options.ts";
import { type Field, rk4, trapezoid } from "./steps.ts";

const isFinite = (t: unknown): t is number => typeof t === "number" && Number.isFinite(t);

/** @throws DomainError unless times are finite numbers that rise, or fall, all the way. */
export const checkedTimes = (operation: string, times: unknown): readonly number[] => {
  const list = times instanceof Float64Array ? Array.from(times) : times;
  const isList = Array.isArray(list) && list.length > 0 && list.every(isFinite);
  const ways = isList ? list.slice(1).map((t, k) => Math.sign(t - list[k]!)) : [0];
  if (isList && ways.every((way) => way !== 0 && way === ways[0])) return list;
  throw new DomainError(
    `${operation}: expected times that are finite and rise, or fall, from the time of y0 on, got ${describe(times)}; call ${operation}(f, { steps: 100 })(y0, p, [0, 1])`,
  );
};

/** y at each of the times. */
export const trajectory = (
  operation: string,
  f: Field,
  { method = "rk4", steps }: OdeOptions,
  y0: Container,
  p: Container,
  times: readonly number[],
): readonly Container[] => {
  const step = method === "rk4" ? rk4 : trapezoid;
  // The caller may write into what it gets.
  let y = mapLeaves(operation, y0, copied) as Container;
  return times.map((end, k) => {
    if (k === 0) return y;
    const begin = times[k - 1]!;
    const h = (end - begin) / steps;
    const advance = checkpointedFold((y: Container, i, p: Container) =>
      step(operation, f, [begin + h * scalar(i), h], y, p),
    );
    return (y = advance(steps, y, p));
  });
};

/**
 * The solution of the initial value problem dy/dt = f(t, y, p), y(t₀) = y₀ at each of `times`, of which the first
 * is t₀: a list of states in the container of y₀, by `steps` equal steps from each time to the next, with the
 * classical Runge–Kutta method (error O(h⁴)) or the implicit trapezoidal rule (O(h²), A-stable: for stiff
 * equations, though what should die out within a step swings instead, and dies out slowly). No error is estimated:
 * compare with more steps.
 *
 * It is differentiated in y₀ and p by any engine, and what comes out is the derivative of the discrete solution,
 * exact to rounding: forward mode carries the variational equations along through the same steps; reverse mode is
 * the discrete adjoint, which keeps a few states between two times and advances from them again
 * (`checkpointedFold`). The rule of an implicit step is that of its solution, so Newton's method is not
 * differentiated. f must depend on what is differentiated through y and p alone.
 * @throws DomainError for options or times that are none; ShapeError unless f gives a rate for each entry of y;
 * ConvergenceError, with the time, where Newton's method finds no solution of a step; LevelError if f captures an
 * element of a derivative around it.
 * @see Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I, 1993
 * @example
 * const decay = odeSolve((_t, y: Scalar, k: Scalar) => mul(neg(k), y), { steps: 100 });
 * decay(2, 0.5, [0, 1, 2]); // [ 2, 1.2130613194284394, 0.735758882346732 ]
 * gradient((k: Scalar) => decay(2, k, [0, 2]).at(-1) ?? NaN)(0.5); // -1.4715177641901178
 */
export const odeSolve = <Y = Scalars, P = Scalars>(
  f: (t: number, y: Y, p: P) => unknown,
  options: OdeOptions,
): (<const A extends Input<Y>, const B extends Input<P>>(
  y0: A,
  p: B,
  times: readonly number[] | Float64Array,
) => SolutionFor<A, readonly [A, B]>[]) => {
  const checked = checkedOptions("odeSolve", odeRules, options);
  // The types of f are those of the door, and so are those of what comes back.
  const field = checkedFunction("odeSolve", f) as unknown as Field;
  return <const A extends Input<Y>, const B extends Input<P>>(
    y0: A,
    p: B,
    times: readonly number[] | Float64Array,
  ) =>
    trajectory(
      "odeSolve",
      field,
      checked,
      y0 as Container,
      p as Container,
      checkedTimes("odeSolve", times),
    ) as unknown as SolutionFor<A, readonly [A, B]>[];
};
