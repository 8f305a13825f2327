import { type MatrixValue, matrix } from "@jacobian/core";
import { jacobian, jet, jvp, mixedPartials, pushforward, secondDirectional } from "@jacobian/dual";
import { svd } from "@jacobian/linalg";
import * as tape from "@jacobian/tape";
import { expect, test } from "vitest";

// svd of an element computes U, s and V when they are asked for. A function may give them as they come, and
// the engine is the first to ask.

const whole = (X: MatrixValue) => svd(X);
const parts = (X: MatrixValue) => {
  const { U, s, V } = svd(X);
  return { U, s, V };
};
type Factors = typeof whole;

const A = matrix([
  [3, 1],
  [0.5, 2],
  [-1, 0.25],
]);
const D = matrix([
  [0.5, -1],
  [2, 0.25],
  [1, -0.75],
]);
/** A cotangent: any container of this structure. */
const w = svd(A);

const doors: Readonly<Record<string, (f: Factors) => unknown>> = {
  jvp: (f) => jvp(f)(A, D),
  pushforward: (f) => pushforward(f)(A, [D, A]),
  jacobian: (f) => jacobian(f)(A),
  secondDirectional: (f) => secondDirectional(f)(A, D),
  jet: (f) => jet(f, 4)([A, D]),
  mixedPartials: (f) => [...mixedPartials(f, 1)(A)],
  "jacobian of tape": (f) => tape.jacobian(f)(A),
  vjp: (f) => tape.vjp(f)(A, w),
  record: (f) => tape.record(f)(A).vjp(D, w),
  "a watched function": (f) => jvp(tape.detectAnomaly(f))(A, D),
};

test.each(Object.entries(doors))("%s takes the factors of svd as they come", (_, enter) => {
  expect(enter(whole)).toEqual(enter(parts));
});
