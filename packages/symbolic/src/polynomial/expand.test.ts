import {
  add,
  cos,
  div,
  mul,
  neg,
  pow,
  reciprocal,
  type Scalar,
  sin,
  sqrt,
  square,
  sub,
} from "@jacobian/core";
import { cases } from "@tooling/vitest/cases";
import { describe, expect, test } from "vitest";
import { constant, evaluate, expand, type Formula, operations, symbols } from "../index.ts";
import { numbers } from "./numbers.helpers.ts";

const [x, y, z] = symbols("x y z");

const same = (a: Formula, b: Formula): void => {
  expect(a === b, `${a.toString()} and ${b.toString()}`).toBe(true);
};

test("what is no scalar is refused", () => {
  expect(() => expand("x" as never)).toThrow(/^expand: expected /);
  expect(() => expand([x] as never)).toThrow(/^expand: expected /);
});

describe("equal polynomials become one formula", () => {
  test.each<[string, Scalar, Scalar]>([
    ["(x + y)(x − y) = x² − y²", mul(add(x, y), sub(x, y)), sub(square(x), square(y))],
    ["(x + 1)³", pow(add(x, 1), 3), add(add(add(pow(x, 3), mul(3, square(x))), mul(3, x)), 1)],
    ["x·x = x²", mul(x, x), pow(x, 2)],
    ["x/x = 1", div(x, x), constant(1)],
    ["(x/2)·(4/x²)", mul(div(x, 2), div(4, square(x))), div(2, x)],
    ["√(x + 1)² = x + 1", square(sqrt(add(x, 1))), add(1, x)],
    ["0.1 + 0.2 = 0.3", add(mul(0.1, x), mul(0.2, x)), mul(0.3, x)],
    ["inside functions", sin(square(add(x, 1))), sin(add(add(square(x), mul(2, x)), 1))],
    ["in a divisor", div(1, mul(x, add(x, 1))), div(1, add(square(x), x))],
    [
      "(x + 1)⁻¹·(x + 1)³",
      mul(pow(add(x, 1), -1), pow(add(x, 1), 3)),
      div(pow(add(x, 1), 3), add(x, 1)),
    ],
    ["Euler's four squares", fourSquares(), constant(0)],
  ])("%s", (_name, a, b) => {
    same(expand(a), expand(b));
  });

  test("and is found again by another expansion", () => {
    const once = expand(mul(pow(add(x, cos(y)), 5), sub(x, z)));
    same(expand(once), once);
  });
});

/** (a² + b² + c² + d²)(p² + q² + r² + s²) is a sum of four squares (Euler 1748). */
function fourSquares(): Formula {
  const [a, b, c, d, p, q, r, s] = symbols("a b c d p q r s");
  const norm = (...xs: Formula[]) => xs.map((v) => square(v)).reduce((u, v) => add(u, v));
  const sum = (u: Scalar, v: Scalar, w: Scalar, t: Scalar) => add(add(u, v), add(w, t)) as Formula;
  const right = norm(
    sum(mul(a, p), mul(b, q), mul(c, r), mul(d, s)),
    sum(mul(a, q), neg(mul(b, p)), mul(c, s), neg(mul(d, r))),
    sum(mul(a, r), neg(mul(b, s)), neg(mul(c, p)), mul(d, q)),
    sum(mul(a, s), mul(b, r), neg(mul(c, q)), neg(mul(d, p))),
  );
  return sub(mul(norm(a, b, c, d), norm(p, q, r, s)), right) as Formula;
}

test("the value stays", () => {
  const next = numbers(5);
  const pick = (): Scalar => [x, y, z, constant(next(5)), sin(x)][Math.abs(next(5)) % 5]!;
  for (let k = 0; k < 60; k++) {
    let f = pick();
    for (let j = 0; j < 6; j++) {
      const g = add(pick(), mul(next(3), pick()));
      f = [add(f, g), mul(f, g), square(f), sub(g, f), div(f, add(3, square(pick())))][j % 5]!;
    }
    const at = { x: 0.3, y: -0.7, z: 1.1 };
    const expected = evaluate(f, at);
    expect(evaluate(expand(f), at) / expected).toBeCloseTo(1, 8);
  }
});

describe("what is too large stays", () => {
  test("a power of many terms", () => {
    const f = pow(add(x, 1), 100_000);
    same(expand(f), f as Formula);
    expect(operations(expand(mul(f, x)))).toBeLessThan(5);
  });

  test("a coefficient of many digits", () => {
    const f = pow(add(mul(constant({ n: 3n ** 1000n, d: 1n }), x), 1), 1000);
    same(expand(f), f as Formula);
  });

  test("and division by zero", () => {
    expect(expand(reciprocal(sub(x, x))).operands.length).toBe(1);
    expect(expand(div(y, sub(x, x))).operands.length).toBe(2);
  });
});

test("a sum of n terms is added up once", () => {
  const n = cases(20_000, 100_000);
  let total: Scalar = y;
  for (let k = 1; k <= n; k++) total = add(total, mul(k, x));
  same(expand(total), expand(add(mul((n * (n + 1)) / 2, x), y)));
});
