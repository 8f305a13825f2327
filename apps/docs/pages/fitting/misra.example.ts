import { diagonal, diagonalMatrix, dot, exp, inv, jacobian, lstsq, mul, neg } from "jacobian";
import { sqrt, sub, transposedTimes, vector, vstack, type Scalars } from "jacobian";

const x = Float64Array.from([
  77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760,
]);
const y = Float64Array.from([
  10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
]);
const residuals = ([b1, b2]: Scalars<2>) => sub(mul(b1, sub(1, exp(neg(mul(b2, x))))), y);
const squares = (p: Scalars<2>) => dot(residuals(p), residuals(p)) as number;

let [p, mu, steps]: [readonly [number, number], number, number] = [[500, 0.0001], 1e-3, 0];
for (; steps < 100 && mu < 1e10; steps++) {
  const [r, J] = [residuals(p) as Float64Array, jacobian(residuals)(p)];
  const D = diagonal(transposedTimes(J, J));
  const damped = vstack(J, diagonalMatrix(sqrt(mul(mu, D))));
  const [s1 = 0, s2 = 0] = lstsq(damped, vector([...neg(r), 0, 0]));
  const next = [p[0] + s1, p[1] + s2] as const;
  const isBetter = squares(next) < squares(p);
  [p, mu] = isBetter ? [next, mu / 10] : [p, mu * 10];
}
p.map((each) => each.toPrecision(10)); // [ '238.9421292', '0.0005501564318' ]
squares(p).toPrecision(8); // "0.12455139"

// (JᵀJ)⁻¹·σ², with m − n = 12 degrees of freedom: standard errors.
const J = jacobian(residuals)(p);
const covariance = mul(squares(p) / 12, inv(transposedTimes(J, J)));
Array.from(sqrt(diagonal(covariance)), (each) => each.toPrecision(8));
// [ '2.7070075', '0.0000072668688' ]
