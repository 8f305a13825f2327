import { derivative, locallyConstant, mul, neg, piecewise, square, sub } from "jacobian";
import { clarke } from "@jacobian/nonsmooth";
import type { Scalar } from "jacobian";

/** 0 within 1 of the origin, and the distance to there outside. */
const dead = piecewise("dead", {
  value: (x) => Math.max(Math.abs(x) - 1, 0),
  pieces: [(x) => sub(x, 1), (x) => sub(neg(x), 1), (x) => mul(0, x)],
  switches: [
    [(x) => x, () => 1],
    [(x) => neg(x), () => 1],
  ],
  atTie: "mean",
});
derivative((x: Scalar) => dead(x))(3); // 1
derivative((x: Scalar) => dead(x))(1); // 0.5
clarke((x: Scalar) => dead(x))(1).interval; // [0, 1]

/** The nearest quarter: constant between its jumps. */
const quarter = locallyConstant("quarter", {
  value: (x) => Math.round(4 * x) / 4,
  jumps: (x) => (Math.floor(4 * x) + 0.5) / 4,
});
quarter(0.7); // 0.75
derivative((x: Scalar) => mul(quarter(x), square(x)))(1.1); // 2.2
