import { readFileSync } from "node:fs";
import {
  type Scalar,
  acosh,
  add,
  asin,
  asinh,
  atan,
  cbrt,
  div,
  exp,
  hypot,
  log,
  mul,
  pow,
  sigmoid,
  sin,
  sqrt,
  square,
  tan,
  tanh,
} from "@jacobian/core";
import { beta, digamma, erf, lgamma } from "@jacobian/core/special";
import { taylor } from "@jacobian/dual";
import { expect, test } from "vitest";

interface Row {
  readonly name: string;
  readonly x: number;
  /** c₀ … c₄₀, correctly rounded. */
  readonly coefficients: readonly number[];
}

const file = new URL("../reference/taylor/coefficients.json", import.meta.url);
// What reference/taylor/generate.py writes.
const rows = JSON.parse(readFileSync(file, "utf8")) as readonly Row[];

const functions: Readonly<Record<string, (x: Scalar) => Scalar>> = {
  sin,
  exp,
  agnesi: (x) => div(1, add(1, square(x))),
  tanh,
  "power of itself": (x) => pow(x, x),
  composition: (x) => exp(sin(mul(x, tanh(x)))),
  tan,
  sigmoid,
  log,
  sqrt,
  cbrt,
  pow: (x) => pow(x, 2.5),
  asin,
  atan,
  asinh,
  acosh,
  hypot: (x) => hypot(1, x),
  erf,
  lgamma,
  digamma,
  beta: (x) => beta(x, mul(2, x)),
};

test("every function has a row, and every row a function", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(functions).sort());
});

test.each(rows)("$name to order 40 at $x, as by Cauchy's integral", ({ name, x, coefficients }) => {
  const f = functions[name] ?? ((y) => y);
  const order = coefficients.length - 1;
  const got = taylor(f, order)(x);
  const errors = coefficients.map((c, k) => Math.abs((got[k] ?? NaN) / c - 1));
  expect(order).toBe(40);
  expect(Math.max(...errors)).toBeLessThan(1e-10);
});
