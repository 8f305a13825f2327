import { type Scalar, type Vector, add, amax, exp, log, sub, sum } from "@jacobian/core";

/** log Σ eˣ, shifted by the largest entry so that nothing overflows; said in its parts. */
export const lse = (x: Vector): Scalar => {
  const top = amax(x);
  return add(top, log(sum(exp(sub(x, top)))));
};
