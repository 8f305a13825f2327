import { type Scalar, mul, sin } from "@jacobian/core";
import { expect, test } from "vitest";
import { gradient } from "./index.ts";

/** sin∘sin∘… n times, and its derivative by hand. */
const chain = (n: number): { f: (x: Scalar) => Scalar; derivative: (x: number) => number } => ({
  f: (x) => {
    let y = x;
    for (let k = 0; k < n; k++) y = sin(y);
    return y;
  },
  derivative: (x) => {
    let [y, d] = [x, 1];
    for (let k = 0; k < n; k++) [y, d] = [Math.sin(y), d * Math.cos(y)];
    return d;
  },
});

test.each([31, 32, 33, 47, 48, 49, 1000])("the record grows without loss at %d operations", (n) => {
  const { f, derivative } = chain(n);
  expect(gradient(f)(0.9)).toBeCloseTo(derivative(0.9), 15);
});

test.each([31, 32, 33, 100])("and when operations are recorded whole: second order at %d", (n) => {
  const { f } = chain(n);
  const second = gradient((x: Scalar) => gradient(f)(x))(0.9);
  const h = 1e-4;
  const { derivative } = chain(n);
  const central = (step: number) => (derivative(0.9 + step) - derivative(0.9 - step)) / (2 * step);
  expect(second).toBeCloseTo((4 * central(h / 2) - central(h)) / 3, 9);
  expect(gradient((x: Scalar) => mul(x, gradient(f)(x)))(0)).toBeCloseTo(1, 15);
});
