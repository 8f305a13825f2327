import * as core from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { nonsmoothProblems } from "@tooling/conformance/nonsmooth";
import {
  DomainError,
  type Scalar,
  type Scalars,
  type Vector,
  abs,
  add,
  amax,
  at,
  cos,
  exp,
  max,
  mul,
  sub,
} from "@jacobian/core";
import { randomMatrix } from "@jacobian/linalg";
import { expect, test } from "vitest";
import { dotOf } from "../nearest/dots.ts";
import { Bundle, cutOf } from "./bundle.ts";
import { bundleMethod } from "./bundle-method.ts";
import type { Point } from "./objective.ts";
import { distanceOf, lengthOf } from "./vectors.ts";

const { haarala } = nonsmoothProblems(core, linalg);

const normal = (n: number, seed: number): Float64Array =>
  randomMatrix(1, n, { seed, distribution: "normal" }).data;

/** A convex quadratic: its cuts, centres and errors are known exactly. */
const quadratic = (x: Float64Array): Point => ({
  x,
  value: dotOf(x, x),
  gradient: x.map((entry) => 2 * entry),
});

test("the error of a cut of |x|² is the squared distance, from any centre", () => {
  const [a, b, c] = [quadratic(normal(4, 1)), quadratic(normal(4, 2)), quadratic(normal(4, 3))];
  expect(cutOf(a, b).error).toBeCloseTo(distanceOf(a.x, b.x) ** 2, 13);
  const bundle = new Bundle(9, 0, a);
  bundle.add(cutOf(a, b));
  const moved = bundle.recentred(c);
  // With a huge t the aggregate is the shortest combination, and its error what errors from c make of it.
  const { gradient, error } = moved.aggregate(1e12);
  const y = gradient.map((entry) => entry / 2);
  expect(lengthOf(y)).toBeLessThanOrEqual(Math.min(...[a, b, c].map(({ x }) => lengthOf(x))));
  expect(error).toBeGreaterThanOrEqual(distanceOf(y, c.x) ** 2 - 1e-12);
});

test("with few cuts as with many the aggregate stays below f, and the method finds the minimum", () => {
  const { f, start, optimum } = haarala(10).find(({ name }) => name === "Chained CB3 II")!;
  const [few, many] = [4, 30].map((size) =>
    bundleMethod(f, { convex: true, size, tolerance: 1e-3 })(start),
  );
  for (const { value, reason } of [few!, many!]) {
    expect(reason).toBe("optimal");
    expect(value - optimum).toBeLessThan(1e-3);
  }
  expect(few!.steps).toBeGreaterThan(many!.steps);
});

test("the certificate is a lower bound at every point, at whatever step the method ends", () => {
  const { f, start } = haarala(8).find(({ name }) => name === "Chained CB3 I")!;
  for (const limit of [0, 1, 5, 20, 100]) {
    const { x, value, certificate } = bundleMethod(f, { convex: true, limit })(start);
    const { slope, error, radius, bound } = certificate!;
    expect(bound).toBeCloseTo(value - error - radius * slope, 12);
    for (let seed = 1; seed <= 50; seed++) {
      const y = normal(8, seed).map((entry, k) => x[k]! + (seed / 25) * entry);
      expect(Number(f(y))).toBeGreaterThanOrEqual(value - error - slope * distanceOf(x, y) - 1e-9);
    }
  }
});

test("a function that was said to be convex and is not is refused; without the word it is minimised", () => {
  const f = (x: Vector): Scalar => cos(at(x, 0));
  const start = Float64Array.of(0.1);
  expect(() => bundleMethod(f, { convex: true })(start)).toThrow(DomainError);
  expect(() => bundleMethod(f, { convex: true })(start)).toThrow("expected a convex function");
  expect(bundleMethod(f)(start)).toMatchObject({ certificate: undefined, reason: "stationary" });
});

test("steps that are not serious leave the value where it was, and are counted", () => {
  const f = (x: Vector): Scalar => amax(abs(x));
  const { history, seriousSteps, steps } = bundleMethod(f, { convex: true })(normal(6, 5));
  const falls = history.filter(({ value }, k) => k > 0 && value < history[k - 1]!.value);
  expect(falls).toHaveLength(seriousSteps);
  expect(seriousSteps).toBeLessThan(steps);
  expect(history.every(({ value }, k) => k === 0 || value <= history[k - 1]!.value)).toBe(true);
});

/** Least at (⅓, 1/7), where it is 0. */
const roof = ([x, y]: Scalars<2>): Scalar =>
  max(mul(0.1, abs(sub(x, 1 / 3))), mul(0.3, abs(sub(y, 1 / 7))));

test.each([1e6, 1e10, 1e12])("rounding of cuts from afar proves nothing, start %s", (far) => {
  const { x, value, certificate, reason } = bundleMethod(roof, { convex: true })([far, far / 3]);
  expect(reason).toBe("optimal");
  expect(value).toBeLessThanOrEqual(1e-6);
  const distance = Math.hypot(x[0] - 1 / 3, x[1] - 1 / 7);
  expect(value - certificate!.error - certificate!.slope * distance).toBeLessThanOrEqual(0);
});

test("a value so large that it hides the tolerance is no proof either", () => {
  const raised = ([x, y]: Scalars<2>): Scalar => add(1e12, roof([x, y]));
  const { reason, certificate } = bundleMethod(raised, { convex: true })([3, 2]);
  expect(reason).toBe("stalled");
  expect(certificate!.error).toBeGreaterThan(1e-4);
  expect(certificate!.bound).toBeLessThanOrEqual(1e12);
});

test.each([true, false])("slopes that fall by many powers of ten, convex: %s", (convex) => {
  const f = ([x]: Scalars<1>): Scalar => exp(mul(300, abs(sub(x, 0.123))));
  const { value, reason } = bundleMethod(f, { convex, limit: 1000 })([1]);
  expect(reason).toBe(convex ? "optimal" : "stationary");
  expect(value).toBeCloseTo(1, 6);
});
