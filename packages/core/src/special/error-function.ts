import { exp } from "../elementary/exponential.ts";
import { mul, neg, square } from "../arithmetic.ts";
import { unary, type UnaryFunction } from "../unary.ts";
import type { Value } from "../value.ts";
import * as kernel from "./kernels/erf.ts";
import { erfinv as erfinvValue } from "./kernels/erfinv.ts";

const twoOverRootPi = 1.1283791670955126;
const halfRootPi = 0.886226925452758;

/** The derivative of erf: 2/√π·e^(−x²) (DLMF 7.2.1). */
const bell = (x: Value): Value => mul(twoOverRootPi, exp(neg(square(x))));

/**
 * The error function 2/√π·∫₀ˣ e^(−t²) dt.
 * @example
 * erf(0.5); // 0.5204998778130465
 */
export const erf: UnaryFunction = /*#__PURE__*/ unary("erf", { value: kernel.erf, partial: bell });

/**
 * 1 − erf x, to full relative accuracy far to the right.
 * @example
 * erfc(5); // 1.537459794428035e-12
 */
export const erfc: UnaryFunction = /*#__PURE__*/ unary("erfc", {
  value: kernel.erfc,
  partial: (x) => neg(bell(x)),
});

/**
 * The inverse of erf on (−1, 1); its derivative is √π/2·e^(y²).
 * @example
 * erfinv(0.5); // 0.4769362762044699
 */
export const erfinv: UnaryFunction = /*#__PURE__*/ unary("erfinv", {
  value: erfinvValue,
  partial: (_x, y) => mul(halfRootPi, exp(square(y))),
  domain: [-1, 1],
});
