import {
  type Scalar,
  type Vector,
  DomainError,
  abs,
  add,
  amax,
  clamp,
  lt,
  max,
  mul,
  norm2,
  relu,
  sub,
  sum,
  where,
} from "@jacobian/core";
import { expect, test } from "vitest";
import { integers } from "../../test-support/random.ts";
import { clarke } from "../index.ts";

type Function = (x: Vector) => Scalar | Vector;

const small: readonly (readonly [string, Function])[] = [
  ["L1", (x) => sum(abs(x))],
  ["an array of outputs", (x) => abs(mul(2, x))],
  ["of two kinds", (x) => sub(sum(abs(x)), mul(3, sum(relu(add(x, mul(2, sum(x)))))))],
  ["with a tie of several", (x) => add(amax(x), sum(max(x, mul(-2, x))))],
  ["with three pieces", (x) => sum(clamp(x, 0, 0))],
  ["with a length", (x) => add(norm2(x), sum(abs(x)))],
];

test.each(small)("%s: the sum is the set that is enumerated", (_name, f) => {
  const origin = new Float64Array(3);
  const enumerated = clarke(f)(origin);
  const sums = clarke(f, { limit: 1 })(origin);
  expect(sums.kind).toBe("support");
  const draw = integers(2);
  const [m, n] = sums.shape;
  for (let k = 0; k < 40; k++) {
    const D = Float64Array.from({ length: m * n }, () => draw(-5, 5));
    expect(sums.support(D)).toBeCloseTo(enumerated.support(D), 10);
  }
  // It claims no more.
  if (sums.promise.startsWith("equal")) expect(enumerated.promise).toBe(sums.promise);
});

test("the L1 norm in R⁵⁰, and what it is next to the plane x₀ = 0", () => {
  const l1 = (x: Vector): Scalar => sum(abs(x));
  const set = clarke(l1)(new Float64Array(50));
  expect(set.promise).toBe("equal to the Clarke Jacobian");
  expect(set.support(new Float64Array(50).fill(-3))).toBe(150);
  expect(set.contains(new Float64Array(50).fill(0.9))).toBe(true);
  expect(set.contains(new Float64Array(50).fill(0.9).fill(1.01, 7, 8))).toBe(false);
  const shifted = clarke((x: Vector) => sub(l1(x), mul(3, sum(x))))(new Float64Array(20));
  expect([...shifted.nearestToZero().data]).toEqual(new Array(20).fill(expect.closeTo(-2, 9)));
});

test("kinks that bend opposite ways are no claim, unless their switches are independent", () => {
  const origin = new Float64Array(12);
  const opposite = clarke((x: Vector) => sub(sum(abs(x)), sum(relu(x))))(origin);
  expect(opposite.promise).toBe("hull contains the Clarke Jacobian");
  const same = clarke((x: Vector) => add(sum(abs(x)), sum(relu(x))))(origin);
  expect(same.promise).toBe("equal to the Clarke Jacobian");
});

test("what is no sum is enumerated", () => {
  const within = (x: Vector): Scalar => abs(sum(abs(x)));
  const branch = (x: Vector): Scalar => (lt(sum(x), 0) ? sum(abs(x)) : sum(abs(x)));
  const whole = (x: Vector): Scalar => sum(where("gt", sum(x), 0, x, mul(2, x)));
  for (const f of [within, branch, whole])
    expect(() => clarke(f, { limit: 1 })(new Float64Array(2))).toThrow(DomainError);
});

test("a norm within another kink is no sum", () => {
  const f = (x: Vector): Scalar => sub(sum(abs(x)), relu(sub(0, norm2(x))));
  expect(() => clarke(f, { limit: 1 })(new Float64Array(2))).toThrow(DomainError);
  // relu of what is below 0 adds nothing.
  expect(clarke(f)(new Float64Array(2)).contains([1, -1])).toBe(true);
});

test("an equality is not taken for one of two pieces", () => {
  const f = (x: Vector): Scalar => sum(where("eq", x, 0, mul(2, x), x));
  const eight = new Float64Array(8);
  // f is the sum of x, but for what 256 selections say on a null set.
  expect(() => clarke(f, { limit: 100 })(eight)).toThrow(DomainError);
  expect(clarke(f, { limit: 256 })(eight)).toMatchObject({
    kind: "point",
    promise: "equal to the Clarke Jacobian",
  });
});
