import {
  type Scalar,
  type Scalars,
  type Vector,
  add,
  gt,
  hypot,
  lt,
  max,
  mul,
  norm2,
  relu,
  sum,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { clarke, directional } from "../index.ts";

const equal = "equal to the Clarke Jacobian";
const contains = "hull contains the Clarke Jacobian";

describe("kinks below a norm enter it with adjoints of both signs", () => {
  const f = (x: Vector): Scalar => norm2(relu(x));
  const zero = new Float64Array(2);

  test("‖relu(x)‖ falls in no direction, but its selections do", () => {
    // f is convex: its support function is the directional derivative.
    expect(directional(f)(zero, Float64Array.of(-1, -1))).toBe(0);
    const set = clarke(f)(zero);
    expect(set.support(Float64Array.of(-1, -1))).toBeGreaterThan(1);
    expect(set.promise).toBe(contains);
  });

  test("also where the adjoints seen are positive", () => {
    const g = (x: Vector): Scalar => add(f(x), sum(mul(0.5, relu(x))));
    expect(clarke(g)(zero).promise).toBe(contains);
  });
});

describe("a switch that is a norm need not cross 0", () => {
  test.each<[string, (x: Scalar, y: Scalar) => Scalar]>([
    ["where", (x, y) => where("gt", hypot(x, mul(0, y)), 0, x, 0)],
    ["a branch", (x, y) => (gt(hypot(x, y), 0) ? x : 0)],
  ])("%s, of a function that is x", (_name, g) => {
    const set = clarke(([x, y]: Scalars<2>) => g(x, y))([0, 0]);
    expect(set.promise).toBe(contains);
    expect(set.contains([1, 0])).toBe(true);
  });

  test("an outcome of another value that is never taken is no jump", () => {
    const guarded = ([x, y]: Scalars<2>): Scalar => (lt(hypot(x, y), 0) ? 5 : x);
    expect(clarke(guarded)([0, 0])).toMatchObject({ kind: "point", promise: equal });
    expect(directional(guarded)([0, 0], [2, 1])).toBe(2);
  });
});

test("a norm within convex kinks is still claimed", () => {
  const set = clarke(([x, y]: Scalars<2>) => max(hypot(x, y), mul(2, x)))([0, 0]);
  expect(set.promise).toBe(equal);
  expect(set.support([-1, 0])).toBe(1);
  expect(set.support([1, 0])).toBe(2);
});
