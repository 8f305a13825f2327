import { Matrix } from "@jacobian/core";
import { expect, test } from "vitest";
import { relativeDifference } from "./agreement.ts";
import { gaussNewtonStep, standardErrors } from "./normal-equations.ts";

// The line a + b·t through (0, 1), (1, 3), (2, 5), (3, 6): by hand a = 1.2, b = 1.7, ‖r‖² = 0.3,
// (XᵀX)⁻¹ = [[0.7, −0.3], [−0.3, 0.2]], s² = 0.3 / 2.
const line = Matrix.fromRows([0, 1, 2, 3].map((t) => [1, t]));
const atZero = Float64Array.of(-1, -3, -5, -6);
const residuals = Float64Array.of(0.2, -0.1, -0.4, 0.3);

const close = (x: Float64Array, expected: number[]): void => {
  expect(relativeDifference(x, expected)).toBeLessThan(1e-13);
};

test("a linear problem is solved by one step", () => {
  close(gaussNewtonStep(line, atZero), [1.2, 1.7]);
});

test("at the solution there is nothing left to do", () => {
  const [a = NaN, b = NaN] = gaussNewtonStep(line, residuals);
  expect(Math.hypot(a, b)).toBeLessThan(1e-15);
});

test("standard errors of intercept and slope", () => {
  close(standardErrors(line, residuals), [Math.sqrt(0.15 * 0.7), Math.sqrt(0.15 * 0.2)]);
});

test("units do not cost digits: columns of length 1e-9 and 1e9", () => {
  const units = [1e-9, 1e9];
  const J = new Matrix(
    4,
    2,
    line.data.map((x, k) => x * (units[k % 2] ?? NaN)),
  );
  const [a = NaN, b = NaN] = gaussNewtonStep(J, atZero);
  close(Float64Array.of(a * 1e-9, b * 1e9), [1.2, 1.7]);
});
