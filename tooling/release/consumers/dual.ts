import { cos, mul, sin, tanh, type Scalar, type Scalars } from "@jacobian/core";
import { derivative, jacobian, jvp, taylor } from "@jacobian/dual";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const J = jacobian(polar)([2, 0]);
const { tangent } = jvp(polar)([2, 0], [0, 1]);
const third = taylor((x: Scalar) => sin(x), 3)(0)[3];

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["∂(r·cos t)/∂r at t = 0", J.data[0] ?? NaN, 1],
  ["∂(r·sin t)/∂t at r = 2", J.data[3] ?? NaN, 2],
  ["a push along t", Number(tangent[1]), 2],
  ["tanh″(0)", Number(derivative((x) => derivative(tanh)(x))(0)), 0],
  ["the third coefficient of sin", Number(third), -1 / 6],
];
