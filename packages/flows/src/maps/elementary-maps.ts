import { type Value, DomainError, describe } from "@jacobian/core";
import {
  add,
  atanh,
  exp,
  expm1,
  leakyRelu,
  log,
  logit,
  mul,
  neg,
  sigmoid,
  softplus,
  sub,
  tanh,
  where,
} from "jacobian";
import type { Bijector } from "../bijector/bijector.ts";
import { elementwise } from "./elementwise.ts";

/**
 * x = eᶻ of each coordinate: all numbers to the positive ones.
 * @example
 * expMap.forward(Float64Array.of(0, 1)); // Float64Array(2) [ 1, 2.718281828459045 ]
 */
export const expMap: Bijector = /*#__PURE__*/ elementwise("expMap", {
  forward: (z) => exp(z),
  inverse: (x) => log(x),
  logSlope: (z) => z,
  range: [0, Infinity],
});

/**
 * x = log(1 + eᶻ) of each coordinate: all numbers to the positive ones, far out the identity.
 * @example
 * softplusMap.forward(Float64Array.of(0, 100)); // Float64Array(2) [ 0.6931471805599453, 100 ]
 */
export const softplusMap: Bijector = /*#__PURE__*/ elementwise("softplusMap", {
  forward: (z) => softplus(z),
  // log(eˣ − 1), without overflow.
  inverse: (x) => add(x, log(neg(expm1(neg(x))))),
  logSlope: (z) => neg(softplus(neg(z))),
  range: [0, Infinity],
});

const twoLog2 = 2 * Math.LN2;

/**
 * x = tanh z of each coordinate: all numbers to those between −1 and 1.
 * @example
 * tanhMap.inverse(Float64Array.of(0, 0.5)); // Float64Array(2) [ 0, 0.5493061443340548 ]
 */
export const tanhMap: Bijector = /*#__PURE__*/ elementwise("tanhMap", {
  forward: (z) => tanh(z),
  inverse: (x) => atanh(x),
  // log sech² z = 2·(log 2 − z − log(1 + e^(−2z))), which keeps its digits in both tails.
  logSlope: (z) => sub(twoLog2, mul(2, add(z, softplus(mul(-2, z))))),
  range: [-1, 1],
});

/**
 * x = 1/(1 + e⁻ᶻ) of each coordinate: all numbers to those between 0 and 1.
 * @example
 * sigmoidMap.forward(Float64Array.of(0, 2)); // Float64Array(2) [ 0.5, 0.8807970779778823 ]
 */
export const sigmoidMap: Bijector = /*#__PURE__*/ elementwise("sigmoidMap", {
  forward: (z) => sigmoid(z),
  inverse: (x) => logit(x),
  logSlope: (z) => neg(add(softplus(z), softplus(neg(z)))),
  range: [0, 1],
});

/**
 * x = z for z > 0, else slope·z, of each coordinate. At 0 the slope counts, as in `leakyRelu`.
 * @throws DomainError unless the slope is positive and finite.
 * @example
 * leakyReluMap(0.5).inverse(Float64Array.of(-1, 2)); // Float64Array(2) [ -2, 2 ]
 */
export const leakyReluMap = (slope: number): Bijector => {
  if (!(slope > 0 && slope < Infinity)) {
    throw new DomainError(
      `leakyReluMap: expected a positive slope, got ${describe(slope)}; with another it has no inverse`,
    );
  }
  const logSlope = (z: Value): Value => where("gt", z, 0, 0, Math.log(slope));
  return elementwise("leakyReluMap", {
    forward: (z) => leakyRelu(z, slope),
    inverse: (x) => leakyRelu(x, 1 / slope),
    logSlope,
  });
};
