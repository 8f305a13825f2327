import { add, div, mul, neg, reciprocal, square, sub } from "../arithmetic.ts";
import { binary, type BinaryFunction } from "../binary.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import * as kernel from "./kernels/sinpi.ts";
import { hypot, sqrt } from "./power.ts";

/**
 * sin x, x in radians.
 * @example
 * sin(1); // 0.8414709848078965
 */
export const sin: UnaryFunction = /*#__PURE__*/ unary("sin", {
  value: Math.sin,
  loop: (to, x) => {
    for (let k = 0; k < to.length; k++) to[k] = Math.sin(x[k]!);
  },
  partial: (x) => cos(x),
});

/**
 * cos x, x in radians.
 * @example
 * cos(1); // 0.5403023058681398
 */
export const cos: UnaryFunction = /*#__PURE__*/ unary("cos", {
  value: Math.cos,
  loop: (to, x) => {
    for (let k = 0; k < to.length; k++) to[k] = Math.cos(x[k]!);
  },
  partial: (x) => neg(sin(x)),
});

/**
 * tan x, x in radians; tan′ = 1 + tan².
 * @example
 * tan(1); // 1.5574077246549023
 */
export const tan: UnaryFunction = /*#__PURE__*/ unary("tan", {
  value: Math.tan,
  partial: (_x, y) => add(1, square(y)),
});

/**
 * arcsin x in [−π/2, π/2]; asin′ = 1/√((1−x)(1+x)) (1 − x² would lose the digits near ±1).
 * @example
 * asin(0.5); // 0.5235987755982989
 */
export const asin: UnaryFunction = /*#__PURE__*/ unary("asin", {
  value: Math.asin,
  partial: (x) => reciprocal(sqrt(mul(sub(1, x), add(1, x)))),
  domain: [-1, 1],
});

/**
 * arccos x in [0, π]; acos′ = −1/√((1−x)(1+x)).
 * @example
 * acos(-1); // 3.141592653589793
 */
export const acos: UnaryFunction = /*#__PURE__*/ unary("acos", {
  value: Math.acos,
  partial: (x) => neg(reciprocal(sqrt(mul(sub(1, x), add(1, x))))),
  domain: [-1, 1],
});

/**
 * arctan x in [−π/2, π/2]; atan′ = 1/(1 + x²), by hypot: x² may overflow in the next derivative.
 * @example
 * atan(1); // 0.7853981633974483
 */
export const atan: UnaryFunction = /*#__PURE__*/ unary("atan", {
  value: Math.atan,
  partial: (x) => square(reciprocal(hypot(1, x))),
});

/**
 * The angle of the point (x, y), in (−π, π]; the ordinate comes first. Its gradient is (x, −y)/r²,
 * divided by r twice because r² may overflow.
 * @example
 * atan2(1, -1); // 2.356194490192345
 */
export const atan2: BinaryFunction = /*#__PURE__*/ binary("atan2", {
  value: Math.atan2,
  partials: [
    (y, x) => div(div(x, hypot(x, y)), hypot(x, y)),
    (y, x) => neg(div(div(y, hypot(x, y)), hypot(x, y))),
  ],
});

/**
 * sin(πx), exact at integers and half-integers.
 * @example
 * sinpi(1); // 0
 */
export const sinpi: UnaryFunction = /*#__PURE__*/ unary("sinpi", {
  value: kernel.sinpi,
  partial: (x) => mul(Math.PI, cospi(x)),
});

/**
 * cos(πx), exact at integers and half-integers.
 * @example
 * cospi(0.5); // 0
 */
export const cospi: UnaryFunction = /*#__PURE__*/ unary("cospi", {
  value: kernel.cospi,
  partial: (x) => mul(-Math.PI, sinpi(x)),
});
