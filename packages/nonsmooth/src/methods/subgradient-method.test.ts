import {
  DomainError,
  type MatrixValue,
  type Scalar,
  type Vector,
  Matrix,
  abs,
  log,
  mul,
  square,
  sub,
  sum,
} from "@jacobian/core";
import { matmul, randomMatrix, transposedTimes } from "@jacobian/linalg";
import { expect, test } from "vitest";
import { ball, box, simplex } from "../smoothing/sets.ts";
import { l1Norm, largestEntry } from "../smoothing/norms.ts";
import { type StepState, polyak, polyakEstimated, robbinsMonro } from "./step-rules.ts";
import { subgradientMethod } from "./subgradient-method.ts";

const normals = (m: number, n: number, seed: number): Matrix =>
  randomMatrix(m, n, { seed, distribution: "normal" });

/** Mean |A·x − b|. */
const deviation = (x: Vector, A: MatrixValue, b: Vector): Scalar =>
  mul(1 / b.length, sum(abs(sub(matmul(A, x), b))));

const A = normals(40, 3, 1);
const known = Float64Array.of(1, -2, 0.5);
const b = matmul(A, known);

test("rules refuse what is out of range", () => {
  const wrong = [
    () => robbinsMonro(0),
    () => robbinsMonro(1, 0.5),
    () => robbinsMonro(1, 1.1),
    () => polyak(NaN),
    () => polyakEstimated(-1),
    () => polyakEstimated(1, 0),
  ];
  for (const call of wrong) expect(call).toThrow(DomainError);
});

test("Σ tₖ of robbinsMonro grows like log k, Σ tₖ² stays below π²/6", () => {
  const length = robbinsMonro()();
  const ts = Array.from({ length: 10_000 }, (_, step) =>
    length({ step, value: 0, best: 0, slope: 1 }),
  );
  expect(ts.reduce((s, t) => s + t, 0)).toBeCloseTo(Math.log(10_000) + 0.5772, 3);
  expect(ts.reduce((s, t) => s + t * t, 0)).toBeLessThan(Math.PI ** 2 / 6);
});

test("Polyak's steps with the known least value converge linearly on a sharp function", () => {
  const { x, value } = subgradientMethod(deviation, { steps: polyak(0), limit: 500 })(
    new Float64Array(3),
    A,
    b,
  );
  expect(value).toBeLessThan(1e-9);
  x.forEach((entry, k) => {
    expect(entry).toBeCloseTo(known[k]!, 8);
  });
});

test("with an estimate they come near, without being told the least value", () => {
  const noisy = b.map((entry, k) => entry + (k % 2 === 0 ? 0.3 : -0.2));
  const reference = subgradientMethod(deviation, { steps: robbinsMonro(2), limit: 20_000 });
  const estimated = subgradientMethod(deviation, { steps: polyakEstimated(), limit: 2000 });
  const [slow, fast] = [reference, estimated].map((m) => m(new Float64Array(3), A, noisy).value);
  expect(fast!).toBeLessThanOrEqual(slow! + 1e-4);
});

test("samples of the data: the steps see one row each, the end is judged on all of them", () => {
  const rows = (step: number): [MatrixValue, Vector] => {
    const k = (7 * step) % 40;
    return [new Matrix(1, 3, A.data.slice(3 * k, 3 * k + 3)), b.slice(k, k + 1)];
  };
  const method = (average: boolean) =>
    subgradientMethod(deviation, {
      sample: (step) => rows(step),
      steps: robbinsMonro(1, 0.75),
      limit: 4000,
      average,
    })(new Float64Array(3), A, b);
  const { x, value, reason } = method(false);
  expect(reason).toBe("limit");
  expect(value).toBe(deviation(x, A, b));
  expect(value).toBeLessThan(0.02);
  expect(method(true).value).toBeLessThan(0.2);
});

test("the mean of all points is weighted by the lengths of their steps", () => {
  const seen: number[] = [];
  const f = (x: Vector): Scalar => sum(abs(x));
  const { x } = subgradientMethod(f, {
    average: true,
    limit: 5,
    onStep: (progress) => seen.push((progress.x as Float64Array)[0]!),
  })(Float64Array.of(0.7));
  const weights = seen.map((_, k) => 1 / (k + 1));
  const total = weights.reduce((s, t) => s + t, 0);
  expect(x[0]).toBeCloseTo(seen.reduce((s, entry, k) => s + weights[k]! * entry, 0) / total, 14);
});

test("with the ℓ₁ norm as a term it ends where the lasso's conditions hold", () => {
  const half = (x: Vector): Scalar => mul(0.5 / 40, sum(square(sub(matmul(A, x), b))));
  const lambda = 0.4;
  const constant = () => () => 0.5;
  const { x, stationarity, value } = subgradientMethod(half, {
    term: l1Norm(lambda),
    steps: constant,
    limit: 400,
  })(new Float64Array(3));
  const residual = sub(matmul(A, x), b);
  const gradient = transposedTimes(A, residual).map((entry) => entry / 40);
  gradient.forEach((g, k) => {
    if (x[k] === 0) expect(Math.abs(g)).toBeLessThanOrEqual(lambda + 1e-10);
    else expect(g).toBeCloseTo(-lambda * Math.sign(x[k]!), 8);
  });
  expect(stationarity.of).toBe("proximal");
  expect(stationarity.distance).toBeLessThan(1e-8);
  expect(value).toBeCloseTo(Number(half(x)) + lambda * sum(abs(x)), 14);
});

test.each([
  ["a box", box(-0.5, 0.5), [0.5, -0.5, 0.5]],
  ["a ball", ball(1), undefined],
  ["the simplex", simplex(), undefined],
])("projections keep every step in %s", (_, term, expected) => {
  const f = (x: Vector): Scalar => sum(abs(sub(x, known)));
  const outside: number[] = [];
  const { x } = subgradientMethod(f, {
    term,
    steps: robbinsMonro(1, 0.75),
    limit: 2000,
    onStep: (progress) => outside.push(term.value(progress.x as Float64Array)),
  })(Float64Array.of(5, 5, 5));
  expect(Math.max(...outside)).toBe(0);
  expected?.forEach((entry, k) => {
    expect(x[k]).toBeCloseTo(entry, 3);
  });
});

test("starts at x₀, or at its projection, where alone f need be defined", () => {
  const seen: number[] = [];
  const onStep = (progress: { readonly x: unknown }) => seen.push((progress.x as Float64Array)[0]!);
  const f = (x: Vector): Scalar => sum(sub(x, log(x)));
  subgradientMethod(f, { term: l1Norm(), limit: 0, onStep })(Float64Array.of(10));
  subgradientMethod(f, { term: box(0.5, 2), limit: 0, onStep })(Float64Array.of(-1));
  expect(seen).toEqual([10, 0.5]);
});

test("what a rule must not give is refused", () => {
  const run = (steps: unknown) =>
    // As from a program that is not type-checked.
    subgradientMethod((x: Vector) => sum(abs(x)), { steps: steps as never })(Float64Array.of(1));
  expect(() => run(() => 1)).toThrow("expected a function that gives lengths from steps, got 1");
  for (const t of [NaN, -1, Infinity]) {
    expect(() => run(() => () => t)).toThrow("expected a number of 0 or more from steps");
  }
});

test("a sample without a slope takes the proximal map by the rule's length", () => {
  // Slopes 0, 1, 0, 1 …; with tₖ = 1/(k + 1) and r = |x| the steps are −1·1, −½·2, −⅓·1.
  const f = (x: Vector, slope: number): Scalar => mul(slope, sum(x));
  const { x } = subgradientMethod(f, {
    sample: (step): [number] => [step % 2],
    term: l1Norm(),
    limit: 3,
  })(Float64Array.of(10), 0.5);
  expect(x[0]).toBeCloseTo(10 - 1 - 1 - 1 / 3, 14);
});

test("a sample that is at the target moves nothing and does not end the run", () => {
  const f = (x: Vector, c: number): Scalar => sum(abs(sub(x, c)));
  const sample = (step: number): [number] => [step === 0 ? 1 : 0];
  for (const term of [l1Norm(), largestEntry(), box(0, 2)]) {
    const seen: number[] = [];
    const onStep = ({ x }: { readonly x: unknown }) => seen.push((x as Float64Array)[0]!);
    const steps = () => (s: StepState) => (s.step === 0 ? 0 : 0.25);
    const { reason } = subgradientMethod(f, { sample, steps, term, limit: 2, onStep })(
      Float64Array.of(1),
      0,
    );
    expect(reason).toBe("limit");
    expect(seen.slice(0, 2)).toEqual([1, 1]);
    expect(seen[2]).toBeLessThan(1);
  }
});
