import { $, $2, type Dual, add, cos, div, exp, mul, sin, sub } from "@thi.ng/dual-algebra";

/** The Jacobian of polar coordinates in duals of two directions, row by row. */
export const polarJacobian = (r: number, t: number): Float64Array => {
  const radius = $2(r, 1);
  const angle = $2(t, 2);
  const x = mul(radius, cos(angle));
  const y = mul(radius, sin(angle));
  return Float64Array.of(x[1]!, x[2]!, y[1]!, y[2]!);
};

/** The derivative of the chain, see `chain`; tanh, which it lacks, is 1 − 2/(e²ˣ + 1). */
export const chainDerivative = (rounds: number, x: number): number => {
  let y: Dual = $(x, 1);
  for (let k = 0; k < rounds; k++) {
    const z = sub(sin(mul($(1.5), y)), div(y, $(3)));
    const w = add(z, exp(mul(y, y)));
    y = sub($(1), div($(2), add(exp(mul($(2), w)), $(1))));
  }
  return y[1]!;
};
