import {
  abs,
  add,
  exp,
  integrate,
  mul,
  neg,
  square,
  sub,
  type Scalar,
  type Scalars,
} from "jacobian";

// A peak 10⁻⁴ wide at 0.3 lies between all points that are looked at.
const peak = (x: Scalar) => exp(neg(square(mul(1e4, sub(x, 0.3)))));
const missed = integrate(peak, [0, 1]);
missed.value; // 0
missed.error; // 0
missed.stop; // "tolerance"

// Who knows where it is asks there: √π = 1.7724538509 times 10⁻⁴.
(1e4 * integrate(peak, [0.299, 0.301]).value).toFixed(10); // "1.7724538509"

// A kink along a circle. The integral is 2/3 + π/4, the error larger than its estimate.
const ring = ([x, y]: Scalars<2>) => abs(sub(add(square(x), square(y)), 0.5));
const box = [
  [-1, 1],
  [-1, 1],
] as const;
const loose = integrate(ring, box, { tolerance: 1e-3 });
loose.error.toFixed(6); // "0.001346"
Math.abs(loose.value - (2 / 3 + Math.PI / 4)).toFixed(6); // "0.001405"
