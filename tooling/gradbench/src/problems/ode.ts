import { type Scalar, type Vector, at } from "@jacobian/core";
import { gradient } from "@jacobian/tape";
import { odeByHand, odeGradientByHand } from "../by-hand/ode.ts";
import { ode as objective } from "../objectives/ode.ts";
import { problem } from "./problem.ts";

interface Input {
  readonly x: readonly number[];
  readonly s: number;
}

/** The last entry of the solution. */
const last = (x: Vector, steps: number): Scalar => at(objective(x, steps), x.length - 1);

export const ode = problem({
  read: ({ x, s }: Input): [Float64Array, number] => [Float64Array.from(x), s],
  functions: { primal: objective, gradient: gradient(last) },
  byHand: { primal: odeByHand, gradient: odeGradientByHand },
});
