import type { Scalar } from "@jacobian/core";
import { scenario } from "../scenario.ts";
import { get, list, total } from "../table.ts";

const { cos, sqrt } = Math;

const coefficients = [0.5, -2, 1, 3];

/** The orbit of the logistic map with its derivative by the start, by the chain rule. */
const orbit = (x: number, r: number, n: number) =>
  list(n, () => r).reduce(
    (s, r) => ({
      x: r * s.x * (1 - s.x),
      byX: r * (1 - 2 * s.x) * s.byX,
      byR: s.x * (1 - s.x) + r * (1 - 2 * s.x) * s.byR,
    }),
    { x, byX: 1, byR: 0 },
  );

/** Loops that are part of the mathematics. */
export const loops = [
  scenario({
    name: "logistic map, ten times, by its start and its rate",
    source: "Strogatz, Nonlinear Dynamics and Chaos, 2nd ed., §10.1; chain rule by hand",
    x: [0.3, 2.9],
    f:
      ({ fold, mul, sub }) =>
      ([x, r]) =>
        fold(10, x, (s) => mul(r, mul(s, sub(1, s)))),
    value: ([x, r]) => [orbit(x, r, 10).x],
    jacobian: ([x, r]) => [[orbit(x, r, 10).byX, orbit(x, r, 10).byR]],
  }),
  scenario({
    name: "a polynomial by Horner's rule",
    source: "Knuth, The Art of Computer Programming 2, §4.6.4",
    x: 1.3,
    f:
      ({ add, affine, at, fold, mul }) =>
      (x) =>
        fold<Scalar>(4, 0, (s, i) =>
          add(mul(s, x), at(Float64Array.from(coefficients), affine(i, -1, 3))),
        ),
    value: (x) => [0.5 - 2 * x + x * x + 3 * x ** 3],
    jacobian: (x) => [[-2 + 2 * x + 9 * x * x]],
  }),
  scenario({
    name: "Newton's iteration for a square root",
    source: "Griewank & Walther, Evaluating Derivatives, 2nd ed., ch. 15: derivative 1/(2√a)",
    x: 2.7,
    f:
      ({ add, div, fold }) =>
      (a) =>
        fold<Scalar>(8, 1, (s) => div(add(s, div(a, s)), 2)),
    value: (a) => [sqrt(a)],
    jacobian: (a) => [[1 / (2 * sqrt(a))]],
  }),
  scenario({
    name: "geometric series",
    source: "Graham, Knuth & Patashnik, Concrete Mathematics, §2.2: (1 − xⁿ)/(1 − x)",
    x: 0.4,
    f:
      ({ pow, scalar, sumOver }) =>
      (x) =>
        sumOver(12, (k) => pow(x, scalar(k))),
    value: (x) => [(1 - x ** 12) / (1 - x)],
    jacobian: (x) => [[(1 - x ** 12) / (1 - x) ** 2 - (12 * x ** 11) / (1 - x)]],
  }),
  scenario({
    name: "partial sums by a scan",
    source: "by hand: the lower triangle of ones",
    x: Float64Array.of(0.5, -1, 2, 3),
    f:
      ({ add, at, scan }) =>
      (x) =>
        scan<Scalar>(4, 0, (s, i) => add(s, at(x, i))),
    value: (x) => list(4, (i) => total(x.slice(0, i + 1))),
    jacobian: () => list(4, (i) => list(4, (j) => (j <= i ? 1 : 0))),
  }),
  scenario({
    name: "a carry with structure: Fibonacci by a linear recurrence",
    source:
      "Graham, Knuth & Patashnik, Concrete Mathematics, §6.6: F₉a + F₁₀b with F₉ = 34, F₁₀ = 55",
    x: { a: 1.5, b: -0.5 },
    f:
      ({ add, fold }) =>
      (start) =>
        fold(10, start, ({ a, b }) => ({ a: b, b: add(a, b) })).a,
    value: ({ a, b }) => [34 * a + 55 * b],
    jacobian: () => [[34, 55]],
  }),
  scenario({
    name: "every other entry by affine indices",
    source: "by hand: cos in every other column",
    x: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
    f:
      ({ affine, at, build, sin }) =>
      (x) =>
        build(3, (i) => sin(at(x, affine(i, 2, 1)))),
    value: (x) => [1, 3, 5].map((k) => Math.sin(get(x, k))),
    jacobian: (x) => [1, 3, 5].map((k) => list(6, (j) => (j === k ? cos(get(x, k)) : 0))),
  }),
  scenario({
    name: "Euler's method for exponential decay",
    source:
      "Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I, §I.7: y₀(1 − kh)ⁿ",
    x: { y: 2, k: 0.8 },
    f:
      ({ fold, mul, sub }) =>
      ({ y, k }) =>
        fold(20, y, (s) => sub(s, mul(0.05, mul(k, s)))),
    value: ({ y, k }) => [y * (1 - 0.05 * k) ** 20],
    jacobian: ({ y, k }) => [[(1 - 0.05 * k) ** 20, -y * (1 - 0.05 * k) ** 19]],
  }),
  scenario({
    name: "a double sum: the energy of pairs",
    source: "by hand: Σᵢ Σⱼ (xᵢ − xⱼ)² has derivative 4(n·xₖ − Σx)",
    x: Float64Array.of(0.2, 1.4, -0.9),
    f:
      ({ at, square, sub, sumOver }) =>
      (x) =>
        sumOver(3, (i) => sumOver(3, (j) => square(sub(at(x, i), at(x, j))))),
    value: (x) => [total(Array.from(x).flatMap((a) => Array.from(x, (b) => (a - b) ** 2)))],
    jacobian: (x) => [Array.from(x, (a) => 4 * (3 * a - total(x)))],
  }),
];
