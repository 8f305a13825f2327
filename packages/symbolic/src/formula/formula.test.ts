import {
  add,
  at,
  cos,
  lt,
  mul,
  pow,
  sin,
  sub,
  sum,
  value,
  vector,
  where,
  UndecidedError,
  type Scalar,
  type Scalars,
} from "@jacobian/core";
import { cases } from "@tooling/vitest/cases";
import { describe, expect, test } from "vitest";
import { constant, operations, pi, symbols, trace } from "../index.ts";

const [x, y] = symbols("x y");

describe("equal formulas are one object", () => {
  test("however often they are built", () => {
    expect(mul(sin(x), y)).toBe(mul(sin(x), y));
    expect(mul(sin(x), y) === mul(y, sin(x))).toBe(false);
    expect(symbols("x")[0]).toBe(x);
    expect(symbols("x", { positive: true })[0] === x).toBe(false);
    expect(symbols("x", { positive: false })[0]).toBe(x);
    expect(add(x, 0.1)).toBe(add(x, constant({ n: 1n, d: 10n })));
    expect(where("lt", x, 0, x, y) === where("le", x, 0, x, y)).toBe(false);
  });

  test("and shared ones are counted once", () => {
    expect(operations(mul(sin(x), sin(x)))).toBe(2);
  });
});

test("a message shows only the beginning of a long formula", () => {
  let long: Scalar = x;
  for (let k = 0; k < 10_000; k++) long = add(long, y);
  const messageOf = (f: () => unknown): string => {
    try {
      f();
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  for (const f of [() => lt(long, 0), () => value(long), () => (long as unknown as number) + 1]) {
    expect(messageOf(f)).toMatch(/x \+ y \+ y.*…/u);
    expect(messageOf(f).length).toBeLessThan(500);
  }
});

describe("constants", () => {
  test("are exact", () => {
    expect(add(constant(0.1), constant(0.2))).toBe(constant(0.3));
    expect(value(constant(0.3))).toBe(0.3);
    expect(pow(constant(2), -2)).toBe(constant(0.25));
  });

  test("neutral operands leave no operation", () => {
    expect(add(x, 0)).toBe(x);
    expect(mul(1, x)).toBe(x);
    expect(mul(x, 0)).toBe(constant(0));
    expect(sub(x, 0)).toBe(x);
  });
});

test("what has no number is not compared", () => {
  expect(() => lt(x, 1)).toThrow(UndecidedError);
  expect(lt(constant(1), constant(2))).toBe(true);
  expect(() => value(mul(2, pi))).toThrow(UndecidedError);
});

test("vectors are taken apart", () => {
  expect(at(vector([x, y]), 1)).toBe(y);
  expect(sum(vector([x, y]))).toBe(add(x, y));
});

test("trace reads a program", () => {
  const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
  const [first, second] = trace(polar, [x, y]);
  expect(first).toBe(mul(x, cos(y)));
  expect(second).toBe(mul(x, sin(y)));
});

test("a chain of n terms is no deeper than one", () => {
  const n = cases(30_000, 100_000);
  let total: Scalar = x;
  for (let k = 1; k <= n; k++) total = add(total, mul(k, x));
  expect(operations(total)).toBe(2 * n - 1);
});
