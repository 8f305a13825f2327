import { add, at, atan, exp, mul, norm2, sub, vector, type Vector } from "@jacobian/core";
import { expect, test } from "vitest";
import { relativeDifference } from "./agreement.ts";
import { gaussNewton, halfSquares, newton, tolerance } from "./least-squares.ts";

const t = Float64Array.of(0, 1, 2, 3);
const line = (b: Vector) => sub(add(at(b, 0), mul(at(b, 1), t)), Float64Array.of(1, 3, 5, 6));
/** Growth a·exp(k·t), measured with errors. */
const growth = (b: Vector) =>
  sub(mul(at(b, 0), exp(mul(at(b, 1), t))), Float64Array.of(1, 2, 5, 11));
/** Full steps towards the root of atan overshoot it, farther each time, from beyond 1.39. */
const bent = (b: Vector) => vector([atan(at(b, 0)), 1]);

test("half the sum of squares", () => {
  expect(halfSquares(line)(Float64Array.of(0, 0))).toBe(71 / 2);
});

test("a linear problem takes one step of either method", () => {
  for (const method of [gaussNewton, newton]) {
    const { iterates, last } = method(line, Float64Array.of(0, 0));
    expect(iterates).toHaveLength(2);
    expect(relativeDifference(last.b, [1.2, 1.7])).toBeLessThan(1e-13);
    expect(last.sumOfSquares).toBeCloseTo(0.3, 13);
  }
});

test("a step that would raise the sum of squares is halved until it does not", () => {
  const { iterates, last } = gaussNewton(bent, Float64Array.of(2));
  const moves = iterates.slice(1).map(({ b, sumOfSquares }, k) => {
    const from = iterates[k] ?? last;
    expect(sumOfSquares).toBeLessThanOrEqual(from.sumOfSquares * (1 + 1e-15));
    return norm2(sub(b, from.b)) / norm2(from.step);
  });
  expect(moves[0]).toBeCloseTo(0.5, 12);
  expect(moves.at(-1)).toBeCloseTo(1, 12);
  expect(last.offset).toBeLessThanOrEqual(tolerance);
});

test("both methods end where the gradient is zero", () => {
  const start = Float64Array.of(0.9, 0.8);
  const [slow, fast] = [gaussNewton(growth, start).last, newton(growth, start).last];
  expect(relativeDifference(slow.b, fast.b)).toBeLessThan(1e-9);
  expect(Math.max(slow.offset, fast.offset)).toBeLessThanOrEqual(tolerance);
});

test("a model that is NaN is refused by name", () => {
  const nowhere = (b: Vector) => mul(line(b), NaN);
  expect(() => gaussNewton(nowhere, Float64Array.of(0, 0))).toThrow(/got NaN in row 0/);
});
