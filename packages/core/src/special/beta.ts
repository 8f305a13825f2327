import { add, mul, sub } from "../arithmetic.ts";
import { binary, type BinaryFunction } from "../binary.ts";
import type { Value } from "../value.ts";
import { digamma } from "./gamma.ts";
import * as kernel from "./kernels/beta.ts";

/**
 * ∂ log B(a, b)/∂a = ψ(a) − ψ(a + b) (DLMF 5.12.1). The difference loses the digits of a/b where b is
 * far smaller than a: its error is absolute, about 1e-15·log(a + b).
 */
const logDerivative = (a: Value, b: Value): Value => sub(digamma(a), digamma(add(a, b)));

/** The beta function B(a, b) = Γ(a)·Γ(b)/Γ(a + b), a, b > 0. */
export const beta: BinaryFunction = /*#__PURE__*/ binary("beta", {
  value: kernel.beta,
  partials: [(a, b, y) => mul(y, logDerivative(a, b)), (a, b, y) => mul(y, logDerivative(b, a))],
});

/** log B(a, b), a, b > 0, where B itself would underflow. */
export const lbeta: BinaryFunction = /*#__PURE__*/ binary("lbeta", {
  value: kernel.lbeta,
  partials: [(a, b) => logDerivative(a, b), (a, b) => logDerivative(b, a)],
});
