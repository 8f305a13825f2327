import { binary, type BinaryFunction } from "./binary.ts";
import { withNumberPath } from "./primitive.ts";
import { unary, type UnaryFunction } from "./unary.ts";

/**
 * x + y
 * @example
 * add(Float64Array.of(1, 2), 10); // Float64Array(2) [ 11, 12 ]
 */
export const add: BinaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ binary("add", {
    value: (x, y) => x + y,
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = x[k * p]! + y[k * q]!;
    },
    partials: [() => 1, () => 1],
    linearity: "linear",
  }),
  (p) => (x, y) => (typeof x === "number" && typeof y === "number" ? x + y : p(x, y)),
);

/**
 * x − y
 * @example
 * sub(5, 3); // 2
 */
export const sub: BinaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ binary("sub", {
    value: (x, y) => x - y,
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = x[k * p]! - y[k * q]!;
    },
    partials: [() => 1, () => -1],
    linearity: "linear",
  }),
  (p) => (x, y) => (typeof x === "number" && typeof y === "number" ? x - y : p(x, y)),
);

/**
 * x·y, entry by entry on arrays (a matrix product is `matmul` of `@jacobian/linalg`).
 * @example
 * mul(Float64Array.of(1, 2), Float64Array.of(3, 4)); // Float64Array(2) [ 3, 8 ]
 */
export const mul: BinaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ binary("mul", {
    value: (x, y) => x * y,
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = x[k * p]! * y[k * q]!;
    },
    partials: [(_x, y) => y, (x) => x],
    linearity: "bilinear",
  }),
  (p) => (x, y) => (typeof x === "number" && typeof y === "number" ? x * y : p(x, y)),
);

/**
 * x/y, entry by entry on arrays.
 * @example
 * div(1, 4); // 0.25
 */
export const div: BinaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ binary("div", {
    value: (x, y) => x / y,
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = x[k * p]! / y[k * q]!;
    },
    partials: [(_x, y) => reciprocal(y), (_x, y, z) => neg(div(z, y))],
    linearity: "rightQuotient",
  }),
  (p) => (x, y) => (typeof x === "number" && typeof y === "number" ? x / y : p(x, y)),
);

/**
 * −x
 * @example
 * neg(2); // -2
 */
export const neg: UnaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ unary("neg", {
    value: (x) => -x,
    loop: (to, x) => {
      for (let k = 0; k < to.length; k++) to[k] = -x[k]!;
    },
    partial: () => -1,
    linearity: "linear",
  }),
  (p) => (x) => (typeof x === "number" ? -x : p(x)),
);

/**
 * x²
 * @example
 * square(3); // 9
 */
export const square: UnaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ unary("square", {
    value: (x) => x * x,
    loop: (to, x) => {
      for (let k = 0; k < to.length; k++) to[k] = x[k]! * x[k]!;
    },
    partial: (x) => mul(2, x),
  }),
  (p) => (x) => (typeof x === "number" ? x * x : p(x)),
);

/**
 * 1/x
 * @example
 * reciprocal(4); // 0.25
 */
export const reciprocal: UnaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ unary("reciprocal", {
    value: (x) => 1 / x,
    loop: (to, x) => {
      for (let k = 0; k < to.length; k++) to[k] = 1 / x[k]!;
    },
    partial: (_x, y) => neg(square(y)),
  }),
  (p) => (x) => (typeof x === "number" ? 1 / x : p(x)),
);

const annihilate = (partial: number, d: number): number =>
  partial === 0 || d === 0 ? 0 : partial * d;

/**
 * The product of the chain rule: partial·d, where an exact zero annihilates: 0·∞ = 0·NaN = 0. A path
 * that contributes nothing must not poison the others (tanh″(800) is 0, not NaN). Bilinear, so that
 * its own derivatives annihilate too; a user's product is `mul`, which keeps IEEE 754.
 * @example
 * scale(0, Infinity); // 0
 */
export const scale: BinaryFunction = /*#__PURE__*/ withNumberPath(
  /*#__PURE__*/ binary("scale", {
    value: annihilate,
    loop: (to, x, p, y, q) => {
      for (let k = 0; k < to.length; k++) to[k] = annihilate(x[k * p]!, y[k * q]!);
    },
    partials: [(_p, d) => d, (p) => p],
    linearity: "bilinear",
    formula: ([p = NaN, d = NaN]) => [mul(p, d)],
  }),
  (p) => (partial, d) => {
    if (typeof partial === "number" && typeof d === "number") return annihilate(partial, d);
    if (partial === 1) return d;
    return d === 1 ? partial : p(partial, d);
  },
);
