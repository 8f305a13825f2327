import {
  type Container,
  type Input,
  type MatrixFor,
  type MatrixValue,
  type Scalars,
  type Value,
  checkedFunction,
  entryCount,
} from "@jacobian/core";
import { jacobian as forward } from "@jacobian/dual";
import { submatrix } from "@jacobian/linalg";
import { jacobian as reverse } from "@jacobian/tape";
import { checkedOptions, oneOf } from "../checked-options.ts";
import type { SolutionFor } from "../inverse/doors.ts";
import { checkedTimes, trajectory } from "./ode-solve.ts";
import { type OdeOptions, odeRules } from "./options.ts";
import type { Field } from "./steps.ts";

/** How an ODE is integrated, and which way it is differentiated. */
export interface OdeSensitivityOptions extends OdeOptions {
  /**
   * The variational equations, for few initial values and parameters, or the discrete adjoint, for more of them
   * than of states at the times; whichever is less if not said. The results are the same to rounding.
   */
  readonly mode?: "auto" | "forward" | "adjoint";
}

/** A solution at times t₀ … t_N, and its derivatives. */
export interface OdeSensitivity<A, B> {
  /** y(tₖ), in the container of y₀. */
  readonly states: SolutionFor<A, readonly [A, B]>[];
  /** ∂y(tₖ)/∂y₀, n×n for n entries of y₀; the first is the identity. */
  readonly byInitial: MatrixFor<readonly [A, B]>[];
  /** ∂y(tₖ)/∂p, n×m for m entries of p; the first is 0. */
  readonly byParameters: MatrixFor<readonly [A, B]>[];
}

const name = "odeSensitivity";

const rules = /*#__PURE__*/ (() => ({
  ...odeRules,
  mode: oneOf("auto", "forward", "adjoint"),
}))();

/** Blocks of n rows, of some columns. */
const blocks = (J: MatrixValue, n: number, cols: readonly [number, number]): MatrixValue[] =>
  Array.from({ length: J.rows / n }, (_, k) => submatrix(J, [k * n, (k + 1) * n], cols));

const sensitivities = (
  f: Field,
  { mode = "auto", ...options }: OdeSensitivityOptions,
  y0: Container,
  p: Container,
  times: readonly number[],
) => {
  const states = trajectory(name, f, options, y0, p, times);
  const [n, m] = [entryCount(name, y0), entryCount(name, p)];
  const isForward = mode === "auto" ? n + m <= n * times.length : mode === "forward";
  // Whatever the containers.
  const flow = ([y, q]: readonly [Value, Value]) =>
    trajectory(name, f, options, y, q, times) as readonly Value[];
  const J = (isForward ? forward : reverse)(flow)([y0, p] as readonly [Value, Value]);
  return { states, byInitial: blocks(J, n, [0, n]), byParameters: blocks(J, n, [n, n + m]) };
};

/**
 * The solution of dy/dt = f(t, y, p), y(t₀) = y₀ at `times`, as `odeSolve` gives it, and its sensitivities to the
 * initial state and the parameters: the Jacobians of each state. They are the exact derivatives of the discrete
 * solution, so both modes agree to rounding, and their error against those of the true solution is of the order of
 * the method. For the gradient of a scalar function of the states, `gradient` of a function that calls `odeSolve`
 * costs one adjoint sweep, and no Jacobians.
 * @throws as `odeSolve`.
 * @example
 * const decay = (_t: number, y: Scalar, k: Scalar) => mul(neg(k), y);
 * const { states, byInitial, byParameters } = odeSensitivity(decay, { steps: 100 })(2, 0.5, [0, 2]);
 * states; // [ 2, 0.7357588824047108 ]
 * byInitial.at(-1); // Matrix 1×1 [0.367879]
 * byParameters.at(-1); // Matrix 1×1 [-1.47152]
 */
export const odeSensitivity = <Y = Scalars, P = Scalars>(
  f: (t: number, y: Y, p: P) => unknown,
  options: OdeSensitivityOptions,
): (<const A extends Input<Y>, const B extends Input<P>>(
  y0: A,
  p: B,
  times: readonly number[] | Float64Array,
) => OdeSensitivity<A, B>) => {
  const checked = checkedOptions(name, rules, options);
  // The types of f are those of the door, and so are those of what comes back.
  const field = checkedFunction(name, f) as unknown as Field;
  return <const A extends Input<Y>, const B extends Input<P>>(
    y0: A,
    p: B,
    times: readonly number[] | Float64Array,
  ) =>
    sensitivities(
      field,
      checked,
      y0 as Container,
      p as Container,
      checkedTimes(name, times),
    ) as unknown as OdeSensitivity<A, B>;
};
