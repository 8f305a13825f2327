import { type Scalar, add, div, exp, mul, sin, square, sub, tanh } from "@jacobian/core";

/** Scalar operations in one round of the chain. */
export const perRound = 8;

/**
 * A chain of ordinary arithmetic with a share of elementary functions, as long as one likes, that
 * neither grows nor dies: eight operations a round, three of them functions.
 */
export const chain =
  (rounds: number) =>
  (x: Scalar): Scalar => {
    let y = x;
    for (let k = 0; k < rounds; k++) {
      const z = sub(sin(mul(1.5, y)), div(y, 3));
      y = tanh(add(z, exp(square(y))));
    }
    return y;
  };
