import type { Scalar } from "@jacobian/core";
import { scenario } from "../scenario.ts";
import type { Core, Scenario } from "../scenario.ts";

const { LN2, LN10, PI, atan, cbrt, cos, cosh, exp, log, sin, sinh, sqrt, tanh } = Math;

type Row = readonly [
  name: string,
  x: number,
  f: (core: Core) => (x: Scalar) => Scalar,
  value: (x: number) => number,
  derivative: (x: number) => number,
];

const table = "Abramowitz & Stegun, Handbook of Mathematical Functions, 1964, §3.3, §4.1–4.6";

/** Functions R → R with value and derivative written with other functions than f where one can. */
const rows: readonly Row[] = [
  [
    "e^x·sin x",
    0.8,
    (c) => (x) => c.mul(c.exp(x), c.sin(x)),
    (x) => exp(x) * sin(x),
    (x) => exp(x) * (sin(x) + cos(x)),
  ],
  [
    "tanh x",
    0.6,
    (c) => c.tanh,
    (x) => (exp(2 * x) - 1) / (exp(2 * x) + 1),
    (x) => 1 / cosh(x) ** 2,
  ],
  ["tanh x far out, at 20", 20, (c) => c.tanh, (x) => 1 - 2 * exp(-2 * x), (x) => 4 * exp(-2 * x)],
  [
    "log(1 + x²)",
    1.4,
    (c) => (x) => c.log1p(c.square(x)),
    (x) => log(1 + x * x),
    (x) => (2 * x) / (1 + x * x),
  ],
  ["√x", 2.3, (c) => c.sqrt, (x) => x ** 0.5, (x) => 0.5 * x ** -0.5],
  ["∛x at −2", -2, (c) => c.cbrt, (x) => -((-x) ** (1 / 3)), (x) => 1 / (3 * cbrt(x) ** 2)],
  ["x^2.5", 1.7, (c) => (x) => c.pow(x, 2.5), (x) => x * x * sqrt(x), (x) => 2.5 * x * sqrt(x)],
  [
    "x^x",
    1.3,
    (c) => (x) => c.pow(x, x),
    (x) => exp(x * log(x)),
    (x) => exp(x * log(x)) * (log(x) + 1),
  ],
  [
    "σ(x), the logistic function",
    -0.7,
    (c) => c.sigmoid,
    (x) => (1 + tanh(x / 2)) / 2,
    (x) => 1 / (4 * cosh(x / 2) ** 2),
  ],
  ["logit x", 0.3, (c) => c.logit, (x) => log(x / (1 - x)), (x) => 1 / (x * (1 - x))],
  ["softplus x", 0.9, (c) => c.softplus, (x) => log(1 + exp(x)), (x) => exp(x) / (1 + exp(x))],
  ["atan x", -1.6, (c) => c.atan, atan, (x) => 1 / (1 + x * x)],
  ["asin x", 0.4, (c) => c.asin, (x) => atan(x / sqrt(1 - x * x)), (x) => 1 / sqrt(1 - x * x)],
  [
    "acos x",
    0.4,
    (c) => c.acos,
    (x) => PI / 2 - atan(x / sqrt(1 - x * x)),
    (x) => -1 / sqrt(1 - x * x),
  ],
  ["tan x", 0.5, (c) => c.tan, (x) => sin(x) / cos(x), (x) => 1 / cos(x) ** 2],
  ["e^x − 1", 0.2, (c) => c.expm1, (x) => 2 * exp(x / 2) * sinh(x / 2), exp],
  ["2^x", 1.5, (c) => c.exp2, (x) => exp(x * LN2), (x) => LN2 * exp(x * LN2)],
  [
    "log₂ x + log₁₀ x + log x",
    3,
    (c) => (x) => c.add(c.log(x), c.add(c.log2(x), c.log10(x))),
    (x) => log(x) * (1 + 1 / LN2 + 1 / LN10),
    (x) => (1 + 1 / LN2 + 1 / LN10) / x,
  ],
  [
    "sin πx + cos πx",
    0.3,
    (c) => (x) => c.add(c.sinpi(x), c.cospi(x)),
    (x) => sqrt(2) * sin(PI * (x + 0.25)),
    (x) => PI * sqrt(2) * cos(PI * (x + 0.25)),
  ],
  [
    "sinh x·cosh x",
    0.7,
    (c) => (x) => c.mul(c.sinh(x), c.cosh(x)),
    (x) => sinh(2 * x) / 2,
    (x) => cosh(2 * x),
  ],
  ["asinh x", 0.8, (c) => c.asinh, (x) => log(x + sqrt(x * x + 1)), (x) => 1 / sqrt(x * x + 1)],
  ["acosh x", 2.2, (c) => c.acosh, (x) => log(x + sqrt(x * x - 1)), (x) => 1 / sqrt(x * x - 1)],
  ["atanh x", -0.4, (c) => c.atanh, (x) => log((1 + x) / (1 - x)) / 2, (x) => 1 / (1 - x * x)],
  [
    "1/x − x",
    0.7,
    (c) => (x) => c.sub(c.reciprocal(x), x),
    (x) => 1 / x - x,
    (x) => -1 / x ** 2 - 1,
  ],
  [
    "sin(cos(sin x)), a chain of three",
    1.1,
    (c) => (x) => c.sin(c.cos(c.sin(x))),
    (x) => sin(cos(sin(x))),
    (x) => -cos(cos(sin(x))) * sin(sin(x)) * cos(x),
  ],
];

/** Functions R² → R: the row of both partial derivatives. */
const pairs: readonly Scenario[] = [
  scenario({
    name: "x/y",
    source: table,
    x: [1.5, -0.8],
    f:
      ({ div }) =>
      ([x, y]) =>
        div(x, y),
    value: ([x, y]) => [x / y],
    jacobian: ([x, y]) => [[1 / y, -x / y ** 2]],
  }),
  scenario({
    name: "x^y in both arguments",
    source: table,
    x: [1.4, 2.3],
    f:
      ({ pow }) =>
      ([x, y]) =>
        pow(x, y),
    value: ([x, y]) => [exp(y * log(x))],
    jacobian: ([x, y]) => [[y * exp((y - 1) * log(x)), log(x) * exp(y * log(x))]],
  }),
  scenario({
    name: "log(e^x + e^y)",
    source: "Boyd & Vandenberghe, Convex Optimization, 2004, §3.1.5",
    x: [0.3, 1.2],
    f:
      ({ logaddexp }) =>
      ([x, y]) =>
        logaddexp(x, y),
    value: ([x, y]) => [log(exp(x) + exp(y))],
    jacobian: ([x, y]) => [[1 / (1 + exp(y - x)), 1 / (1 + exp(x - y))]],
  }),
  scenario({
    name: "x·log y",
    source: "by hand: log y and x/y",
    x: [0.6, 1.9],
    f:
      ({ xlogy }) =>
      ([x, y]) =>
        xlogy(x, y),
    value: ([x, y]) => [x * log(y)],
    jacobian: ([x, y]) => [[log(y), x / y]],
  }),
];

/** Scalar functions of one and of two numbers. */
export const scalars: readonly Scenario[] = [
  ...rows.map(([name, x, f, value, derivative]) =>
    scenario({
      name,
      source: table,
      x,
      f,
      value: (x) => [value(x)],
      jacobian: (x) => [[derivative(x)]],
    }),
  ),
  ...pairs,
];
