import { exp, mul, neg, sub, type Scalars, type Vector } from "jacobian";

/** Misra1a of the statistical reference datasets of NIST: x is pressure, y the adsorbed volume. */
const x = Float64Array.from([
  77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760,
]);
const y = Float64Array.from([
  10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
]);

/** b₁(1 − exp(−b₂·x)) − y */
export const residuals = ([b1, b2]: Scalars<2>): Vector =>
  sub(mul(b1, sub(1, exp(neg(mul(b2, x))))), y);
