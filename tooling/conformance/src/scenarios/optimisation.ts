import { scenario } from "../scenario.ts";
import { get, list, total } from "../table.ts";

const { PI, atan, exp, hypot } = Math;

/** Classic test functions of optimisation; "MGH n" is problem n of Moré, Garbow & Hillstrom 1981. */
export const optimisation = [
  scenario({
    name: "Rosenbrock's valley",
    source: "Rosenbrock, The Computer Journal 3, 1960, as in MGH 1",
    x: [-1.2, 1],
    f:
      ({ add, mul, sub, square }) =>
      ([x, y]) =>
        add(mul(100, square(sub(y, square(x)))), square(sub(1, x))),
    value: ([x, y]) => [100 * (y - x * x) ** 2 + (1 - x) ** 2],
    jacobian: ([x, y]) => [[-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]],
  }),
  scenario({
    name: "Rosenbrock's valley as residuals",
    source: "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 1",
    x: [-1.2, 1],
    f:
      ({ mul, sub, square }) =>
      ([x, y]) => [mul(10, sub(y, square(x))), sub(1, x)],
    value: ([x, y]) => [10 * (y - x * x), 1 - x],
    jacobian: ([x]) => [
      [-20 * x, 10],
      [-1, 0],
    ],
  }),
  scenario({
    name: "Rosenbrock's valley in ten dimensions, chained",
    source: "by hand: Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²; each xᵢ stands in two neighbouring terms",
    x: Float64Array.from(list(10, (i) => (i % 2 === 0 ? -1.2 : 1) + i / 20)),
    f:
      ({ add, at, mul, offset, square, sub, sumOver }) =>
      (x) =>
        sumOver(9, (i) =>
          add(
            mul(100, square(sub(at(x, offset(i, 1)), square(at(x, i))))),
            square(sub(1, at(x, i))),
          ),
        ),
    value: (x) => [
      total(list(9, (i) => 100 * (get(x, i + 1) - get(x, i) ** 2) ** 2 + (1 - get(x, i)) ** 2)),
    ],
    jacobian: (x) => {
      const gap = (i: number) => get(x, i + 1) - get(x, i) ** 2;
      const left = (i: number) => (i > 0 ? 200 * gap(i - 1) : 0);
      const right = (i: number) => (i < 9 ? -400 * get(x, i) * gap(i) - 2 * (1 - get(x, i)) : 0);
      return [list(10, (i) => left(i) + right(i))];
    },
  }),
  scenario({
    name: "Himmelblau's function",
    source: "Himmelblau, Applied Nonlinear Programming, 1972",
    x: [-0.3, 1.9],
    f:
      ({ add, sub, square }) =>
      ([x, y]) =>
        add(square(sub(add(square(x), y), 11)), square(sub(add(x, square(y)), 7))),
    value: ([x, y]) => [(x * x + y - 11) ** 2 + (x + y * y - 7) ** 2],
    jacobian: ([x, y]) => [
      [
        4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
        2 * (x * x + y - 11) + 4 * y * (x + y * y - 7),
      ],
    ],
  }),
  scenario({
    name: "Beale's function as residuals",
    source: "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 5",
    x: [1, 1.3],
    f:
      ({ mul, pow, sub }) =>
      ([x, y]) =>
        [1.5, 2.25, 2.625].map((c, k) => sub(c, mul(x, sub(1, pow(y, k + 1))))),
    value: ([x, y]) => [1.5 - x * (1 - y), 2.25 - x * (1 - y * y), 2.625 - x * (1 - y ** 3)],
    jacobian: ([x, y]) => [
      [y - 1, x],
      [y * y - 1, 2 * x * y],
      [y ** 3 - 1, 3 * x * y * y],
    ],
  }),
  scenario({
    name: "Booth's function",
    source: "by hand: (x + 2y − 7)² + (2x + y − 5)²",
    x: [0.4, -1.6],
    f:
      ({ add, mul, sub, square }) =>
      ([x, y]) =>
        add(square(sub(add(x, mul(2, y)), 7)), square(sub(add(mul(2, x), y), 5))),
    value: ([x, y]) => [(x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2],
    jacobian: ([x, y]) => [[10 * x + 8 * y - 34, 8 * x + 10 * y - 38]],
  }),
  scenario({
    name: "Powell's singular function as residuals",
    source: "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 13",
    x: [3, -1, 0.5, 1],
    f:
      ({ add, mul, sub, square }) =>
      ([a, b, c, d]) => [
        add(a, mul(10, b)),
        mul(5 ** 0.5, sub(c, d)),
        square(sub(b, mul(2, c))),
        mul(10 ** 0.5, square(sub(a, d))),
      ],
    value: ([a, b, c, d]) => [
      a + 10 * b,
      5 ** 0.5 * (c - d),
      (b - 2 * c) ** 2,
      10 ** 0.5 * (a - d) ** 2,
    ],
    jacobian: ([a, b, c, d]) => [
      [1, 10, 0, 0],
      [0, 0, 5 ** 0.5, -(5 ** 0.5)],
      [0, 2 * (b - 2 * c), -4 * (b - 2 * c), 0],
      [2 * 10 ** 0.5 * (a - d), 0, 0, -2 * 10 ** 0.5 * (a - d)],
    ],
  }),
  scenario({
    name: "the helical valley as residuals",
    source: "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 7, on the side x < 0",
    x: [-1, 0.5, 0.3],
    f:
      ({ add, atan, div, hypot, mul, sub }) =>
      ([x, y, z]) => {
        const turns = add(div(atan(div(y, x)), 2 * PI), 0.5);
        return [mul(10, sub(z, mul(10, turns))), mul(10, sub(hypot(x, y), 1)), z];
      },
    value: ([x, y, z]) => [
      10 * (z - 10 * (atan(y / x) / (2 * PI) + 0.5)),
      10 * (hypot(x, y) - 1),
      z,
    ],
    jacobian: ([x, y]) => {
      const s = x * x + y * y;
      return [
        [(50 * y) / (PI * s), (-50 * x) / (PI * s), 10],
        [(10 * x) / hypot(x, y), (10 * y) / hypot(x, y), 0],
        [0, 0, 1],
      ];
    },
  }),
  scenario({
    name: "Brown's badly scaled function as residuals",
    source: "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 4",
    x: [1, 1],
    f:
      ({ mul, sub }) =>
      ([x, y]) => [sub(x, 1e6), sub(y, 2e-6), sub(mul(x, y), 2)],
    value: ([x, y]) => [x - 1e6, y - 2e-6, x * y - 2],
    jacobian: ([x, y]) => [
      [1, 0],
      [0, 1],
      [y, x],
    ],
  }),
  scenario({
    name: "Freudenstein and Roth's function as residuals",
    source: "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 2",
    x: [0.5, -2],
    f:
      ({ add, mul, sub }) =>
      ([x, y]) => [
        add(sub(x, 13), mul(y, sub(mul(y, sub(5, y)), 2))),
        add(sub(x, 29), mul(y, sub(mul(y, add(y, 1)), 14))),
      ],
    value: ([x, y]) => [-13 + x + ((5 - y) * y - 2) * y, -29 + x + ((y + 1) * y - 14) * y],
    jacobian: ([, y]) => [
      [1, 10 * y - 3 * y * y - 2],
      [1, 3 * y * y + 2 * y - 14],
    ],
  }),
  scenario({
    name: "Gaussian peak as residuals",
    source:
      "Moré, Garbow & Hillstrom, ACM TOMS 7, 1981, problem 9: x₁·exp(−x₂(t − x₃)²/2) at five t",
    x: [0.4, 1, 0.2],
    f:
      ({ div, exp, mul, neg, square, sub }) =>
      ([a, b, c]) =>
        [-2, -1, 0, 1, 2].map((t) => mul(a, exp(div(mul(neg(b), square(sub(t, c))), 2)))),
    value: ([a, b, c]) => [-2, -1, 0, 1, 2].map((t) => a * exp((-b * (t - c) ** 2) / 2)),
    jacobian: ([a, b, c]) =>
      [-2, -1, 0, 1, 2].map((t) => {
        const e = exp((-b * (t - c) ** 2) / 2);
        return [e, (-a * e * (t - c) ** 2) / 2, a * e * b * (t - c)];
      }),
  }),
];
