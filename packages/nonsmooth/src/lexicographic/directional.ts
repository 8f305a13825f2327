import {
  type Differentiable,
  type Input,
  type OutputFor,
  type Scalars,
  sameStructure,
} from "@jacobian/core";
import { decided } from "./decided.ts";
import { refuseOuter } from "./refusals.ts";
import { along } from "./settle.ts";

/**
 * The one-sided directional derivative f′(x; d) = lim (f(x + t·d) − f(x))/t as t ↓ 0, exact, in the container
 * of the output: the chain rule holds for it where f is made of piecewise smooth functions, norms and
 * eigenvalues (Shapiro 1990; Scholtes 2012). It is not linear in d at a kink.
 * @throws ShapeError unless d has the structure of x; DomainError where f is not locally Lipschitz, as far as
 * can be seen; UndecidedError where a switching function is flat along d and the pieces differ.
 * @example
 * directional(([x, y]) => max(x, mul(2, y)))([0, 0], [1, 1]); // 2
 */
export const directional =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, d: Input<X>, ...constants: C): OutputFor<A, Y> => {
    const at = { operation: "directional", f, x, constants };
    sameStructure<unknown>("directional", x, d, "give the direction the structure of the input");
    const { result, kinks } = decided(
      at,
      () => [d],
      (signs) => along(at, d, signs),
    );
    refuseOuter(at, kinks);
    // The derivative comes in the output's container, plain for plain input.
    return result as OutputFor<A, Y>;
  };
