import { div, mul, neg, reciprocal, scale, square, sub } from "../arithmetic.ts";
import { binary, type BinaryFunction } from "../binary.ts";
import { withNumberPath } from "../primitive.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import { hypot2 } from "./kernels/hypot2.ts";
import type { Value } from "../value.ts";
import { where } from "../kinked/where.ts";
import { log } from "./logarithm.ts";

const held = (x: Value, y: Value, otherwise: Value): Value =>
  where("eq", y, 0, where("eq", x, 0, 0, otherwise), otherwise);

/** log x, but 0 at x = y = 0, where x^y jumps: x^y grows by x^y times this with y. */
const exponentRate: BinaryFunction = /*#__PURE__*/ binary("exponentRate", {
  value: (x, y) => (x === 0 && y === 0 ? 0 : Math.log(x)),
  partials: [(x, y) => held(x, y, reciprocal(x)), () => 0],
  formula: ([x = NaN]) => [log(x)],
});

/**
 * x^y. ∂/∂x = y·x^(y−1) is 0 for y = 0 even at x = 0. ∂/∂y = x^y·log x is 0 at x = 0: the limit for
 * y > 0 (scale annihilates), and by convention (as in PyTorch and JAX) for y = 0, where x^y jumps.
 * @example
 * pow(2, 10); // 1024
 */
export const pow: BinaryFunction = /*#__PURE__*/ binary("pow", {
  // IEEE 754-2019, 9.2.1: 1 to any power is 1, and so is (−1)^±∞; Math.pow gives NaN.
  value: (x, y) => (x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : Math.pow(x, y)),
  partials: [(x, y) => scale(y, pow(x, sub(y, 1))), (x, y, z) => scale(z, exponentRate(x, y))],
});

/**
 * √x; its derivative at 0 is ∞.
 * @example
 * sqrt(2); // 1.4142135623730951
 */
export const sqrt: UnaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ unary("sqrt", {
    value: Math.sqrt,
    loop: (to, x) => {
      for (let k = 0; k < to.length; k++) to[k] = Math.sqrt(x[k]!);
    },
    partial: (_x, y) => div(0.5, y),
    domain: [0, Infinity],
  }),
  (p) => (x) => (typeof x === "number" ? Math.sqrt(x) : p(x)),
);

/**
 * ∛x; its derivative at 0 is ∞. (1/(3y²) would lose the second: 2y·∞ is 0 there.)
 * @example
 * cbrt(-27); // -3
 */
export const cbrt: UnaryFunction = /*#__PURE__*/ unary("cbrt", {
  value: Math.cbrt,
  partial: (_x, y) => div(div(1 / 3, y), y),
});

/**
 * z, but 1 for 0: what a direction x/z is divided by to be 0 at the origin. (x·(1/z) would be 0 there
 * too, but its own derivative has 1/z², which leaves the range long before x/z² does.)
 */
export const nonzero = (z: Value): Value => where("eq", z, 0, 1, z);

/**
 * x/√(x² + y²), 0 at the origin: what hypot grows by with x. Its own derivative, (y/z)²/z, would cancel
 * if it were put together from that of a quotient, 1/z − x²/z³.
 */
const cosine: BinaryFunction = /*#__PURE__*/ binary("cosine", {
  value: (x, y) => (x === 0 && y === 0 ? 0 : x / hypot2(x, y)),
  partials: [
    (x, y) => div(square(cosine(y, x)), nonzero(hypot(x, y))),
    (x, y, c) => neg(div(mul(c, cosine(y, x)), nonzero(hypot(x, y)))),
  ],
  formula: ([x = NaN, y = NaN]) => [div(x, hypot(x, y))],
});

/**
 * √(x² + y²) without undue overflow; at the origin the derivative is by convention 0.
 * @example
 * hypot(3, 4); // 5
 */
export const hypot: BinaryFunction = /*#__PURE__*/ binary("hypot", {
  value: hypot2,
  partials: [(x, y) => cosine(x, y), (x, y) => cosine(y, x)],
});
