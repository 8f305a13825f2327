import { expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  Matrix,
  abs,
  add,
  derivative,
  div,
  floor,
  fold,
  log,
  lt,
  mul,
  sin,
  sqrt,
  square,
  sub,
  svd,
} from "../index.ts";
import { check } from "./index.ts";

// Functions and rules that are right, where differences, steps or engines have a hard time.

test.for<[string, (x: readonly [Scalar]) => Scalar, number]>([
  ["beside a kink", ([x]) => abs(x), 1e-9],
  ["beside a jump", ([x]) => mul(x, floor(x)), 2.0000001],
  ["on a sawtooth", ([x]) => sub(x, floor(x)), 3.2],
  ["beside a pole", ([x]) => div(1, x), 1e-9],
  ["close to the end of its domain", ([x]) => log(x), 1e-10],
  ["in quick waves", ([x]) => sin(mul(1e6, x)), 0.3],
  ["in chaos", ([x]) => fold<Scalar>(30, x, (c) => mul(3.9, mul(c, sub(1, c)))), 0.3],
  ["far from 0", ([x]) => sin(x), 1e12],
  ["where squares underflow", ([x]) => square(x), 1e-200],
  ["where digits are lost", ([x]) => sub(add(1e12, square(x)), 1e12), 1],
])("no false alarm %s", ([, f, x]) => {
  const report = check(f)([x]);
  expect(report.toString()).toContain("agree");
  expect(report.ok).toBe(true);
});

test("a function that throws beside the point, by an error of its own", () => {
  const f = ([x]: Scalars<1>) => {
    if (lt(x, 1.9)) throw new RangeError("below");
    return square(x);
  };
  expect(check(f)([2]).ok).toBe(true);
});

test("a function that captures an element of a derivative around it", () => {
  const outer = (s: Scalar): Scalar => {
    const report = check(([x]: Scalars<1>) => mul(s, square(x)))([3]);
    expect(report.ok).toBe(true);
    expect(report.roads.map(({ road, agrees }) => [road, agrees])).toContainEqual(["tape", true]);
    return s;
  };
  expect(derivative(outer)(2)).toBe(1);
});

test("outputs that are computed when they are read", () => {
  const A = new Matrix(3, 2, Float64Array.of(4, 1, 1, 3, 0, 1));
  expect(check((X: Matrix) => svd(X))(A).ok).toBe(true);
});

test("where nothing is finite, engines that agree do not differ", () => {
  for (const [name, f, x] of [
    ["sqrt", sqrt, 0],
    ["log", log, -1],
    ["log", log, 0],
  ] as const) {
    const report = check(([z]: Scalars<1>) => f(z))([x]);
    expect(report.ok).toBe(false);
    expect(report.toString()).toMatch(/^check: f or the 1×1 Jacobian is not finite here\n/);
    expect(report.toString()).not.toContain("DIFFERS");
    expect(report.culprit?.primitive).toBe(name);
  }
  const report = check(([x, y]: Scalars<2>) => mul(x, y))([NaN, 1]);
  expect([report.ok, report.disagreement, report.culprit]).toEqual([false, undefined, undefined]);
});
