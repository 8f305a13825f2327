import { type Scalar, exp, mul, sin, tanh } from "@jacobian/core";

/** e^sin(x·tanh x): a function of ordinary size, five operations. */
export const wave = (x: Scalar): Scalar => exp(sin(mul(x, tanh(x))));

/** Its Taylor coefficients at x by the textbook's recurrences, one for each of its functions. */
export const waveByHand = (x: number, order: number): Float64Array => {
  const row = () => new Float64Array(order + 1);
  const [y, u, s, c, z] = [row(), row(), row(), row(), row()];
  y[0] = Math.tanh(x);
  u[0] = x * y[0];
  s[0] = Math.sin(u[0]);
  c[0] = Math.cos(u[0]);
  z[0] = Math.exp(s[0]);
  for (let k = 1; k <= order; k++) {
    // y′ = 1 − y², u = x·y
    let square = 0;
    for (let j = 0; j < k; j++) square += y[j]! * y[k - 1 - j]!;
    y[k] = ((k === 1 ? 1 : 0) - square) / k;
    u[k] = x * y[k]! + y[k - 1]!;
    // s′ = c·u′, c′ = −s·u′, z′ = z·s′
    let [ds, dc, dz] = [0, 0, 0];
    for (let j = 1; j <= k; j++) {
      ds += j * u[j]! * c[k - j]!;
      dc -= j * u[j]! * s[k - j]!;
    }
    s[k] = ds / k;
    c[k] = dc / k;
    for (let j = 1; j <= k; j++) dz += j * s[j]! * z[k - j]!;
    z[k] = dz / k;
  }
  return z;
};
