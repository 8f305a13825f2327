import * as core from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { nonsmoothProblems } from "@tooling/conformance/nonsmooth";
import { randomMatrix } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { bundleMethod } from "./bundle-method.ts";
import { gradientSampling } from "./gradient-sampling.ts";
import { nonsmoothBfgs } from "./nonsmooth-bfgs.ts";

const { chebyshevRosenbrock, haarala, others } = nonsmoothProblems(core, linalg);

type Pair = (a: number, b: number) => number;

const sumOf =
  (term: Pair) =>
  (x: Float64Array): number =>
    x.subarray(1).reduce((sum, b, k) => sum + term(x[k]!, b), 0);

const hilbertRows = (x: Float64Array): number[] =>
  [...x.keys()].map((i) => Math.abs(x.reduce((s, entry, j) => s + entry / (i + j + 1), 0)));

const cb3: readonly Pair[] = [
  (a, b) => a ** 4 + b ** 2,
  (a, b) => (2 - a) ** 2 + (2 - b) ** 2,
  (a, b) => 2 * Math.exp(b - a),
];
const crescent: readonly Pair[] = [
  (a, b) => a ** 2 + (b - 1) ** 2 + b - 1,
  (a, b) => -(a ** 2) - (b - 1) ** 2 + b + 1,
];
const largestOf =
  (terms: readonly Pair[]): Pair =>
  (a, b) =>
    Math.max(...terms.map((term) => term(a, b)));

/** The formulas of the paper's appendix, term by term. */
const formulas: Readonly<Record<string, (x: Float64Array) => number>> = {
  MAXQ: (x) => Math.max(...x.map((entry) => entry ** 2)),
  MXHILB: (x) => Math.max(...hilbertRows(x)),
  "Chained LQ": sumOf((a, b) => Math.max(-a - b, -a - b + (a ** 2 + b ** 2 - 1))),
  "Chained CB3 I": sumOf(largestOf(cb3)),
  "Chained CB3 II": (x) => Math.max(...cb3.map((term) => sumOf(term)(x))),
  "Number of active faces": (x) => {
    const total = x.reduce((s, entry) => s + entry, 0);
    return Math.max(...[...x, total].map((entry) => Math.log(Math.abs(entry) + 1)));
  },
  "Nonsmooth Brown 2": sumOf((a, b) => Math.abs(a) ** (b ** 2 + 1) + Math.abs(b) ** (a ** 2 + 1)),
  "Chained Mifflin 2": sumOf(
    (a, b) => -a + 2 * (a ** 2 + b ** 2 - 1) + 1.75 * Math.abs(a ** 2 + b ** 2 - 1),
  ),
  "Chained crescent I": (x) => Math.max(...crescent.map((term) => sumOf(term)(x))),
  "Chained crescent II": sumOf(largestOf(crescent)),
  L1HILB: (x) => hilbertRows(x).reduce((s, entry) => s + entry, 0),
  "Nesterov's max": (x) => Math.max(...x) + x.reduce((s, entry) => s + entry ** 2, 0) / 2,
};

/** Chained Mifflin 2 with a subgradient by hand, which spares thousands of forward sweeps. */
const mifflinByHand = () => (x: Float64Array) => {
  const gradient = new Float64Array(x.length);
  for (let k = 0; k + 1 < x.length; k++) {
    const [a, b] = [x[k]!, x[k + 1]!];
    const slope = 2 * (2 + 1.75 * Math.sign(a ** 2 + b ** 2 - 1));
    gradient[k]! += slope * a - 1;
    gradient[k + 1]! += slope * b;
  }
  return { value: formulas["Chained Mifflin 2"]!(x), gradient };
};

const n = 50;
const problems = [...haarala(n), ...others(n)];

test.each(problems.filter(({ name }) => name in formulas))("$name is what the paper says", (p) => {
  const formula = formulas[p.name]!;
  const points = [1, 2, 3].map((seed) => randomMatrix(1, n, { seed, distribution: "normal" }).data);
  for (const x of [p.start, ...points]) {
    expect(Number(p.f(x)) / formula(x)).toBeCloseTo(1, 12);
  }
});

describe("convex ones, from the published starts, n = 50 (CB2: 2)", () => {
  const convex = problems.filter((p) => p.convex);
  const direct = convex.filter(({ name }) => name !== "Chained Mifflin 2");

  test.each(direct)("$name: bundles prove their value to 1e-6", ({ f, start, optimum }) => {
    const { value, reason, certificate } = bundleMethod(f, { convex: true })(start);
    expect(reason).toBe("optimal");
    expect(value).toBeLessThanOrEqual(optimum + 1e-6);
    expect(certificate!.bound).toBeLessThanOrEqual(optimum + 5e-8);
    expect(value - certificate!.bound).toBeLessThanOrEqual(1e-6);
  });

  test.each(direct)("$name: so does BFGS, without proof", ({ f, start, optimum }) => {
    const { value } = nonsmoothBfgs(f, { limit: 2000 })(start);
    expect(value).toBeLessThanOrEqual(optimum + 1e-6);
  });

  test("Chained Mifflin 2: a large bundle that starts where BFGS ends proves it", () => {
    const { f, start, optimum } = convex.find(({ name }) => name === "Chained Mifflin 2")!;
    const { x } = nonsmoothBfgs(f, { oracle: mifflinByHand, limit: 3000 })(start);
    const end = bundleMethod(f, { oracle: mifflinByHand, convex: true, size: 300 })(x);
    expect(end.reason).toBe("optimal");
    expect(end.value).toBeCloseTo(optimum, 6);
    expect(end.value - end.certificate!.bound).toBeLessThanOrEqual(1e-6);
  }, 120_000);
});

describe("nonconvex ones: the value near the published one, and a small hull distance by one method", () => {
  const nonconvex = problems.filter((p) => !p.convex);

  test.each(nonconvex)("$name", ({ f, start, optimum }) => {
    const { value, reason, stationarity } = bundleMethod(f)(start);
    expect(value).toBeLessThanOrEqual(optimum + 1e-5);
    expect(reason).toBe("stationary");
    expect(stationarity.distance).toBeLessThanOrEqual(1e-6);
    expect(stationarity.epsilon).toBeLessThanOrEqual(2e-3);
  });
});

describe("the nonsmooth Chebyshev–Rosenbrock function, which has 2ⁿ⁻¹ Clarke stationary points", () => {
  test.each([2, 3, 4])("gradient sampling finds the minimum, n = %i", (size) => {
    const { f, start } = chebyshevRosenbrock(size);
    const { x, value, stationarity } = gradientSampling(f)(start);
    expect(value).toBeLessThan(1e-6);
    expect(stationarity.distance).toBeLessThanOrEqual(1e-6);
    for (const entry of x) expect(entry).toBeCloseTo(1, 4);
  });

  test.each([2, 3, 4])("where BFGS ends is stationary, but need be no minimum, n = %i", (size) => {
    const { f, start } = chebyshevRosenbrock(size);
    const { reason, stationarity } = nonsmoothBfgs(f)(start);
    expect(reason).toBe("stationary");
    expect(stationarity.distance).toBeLessThanOrEqual(1e-6);
  });
});
