import { describe, expect, test, vi } from "vitest";
import { lifted } from "../test-support/push.ts";
import {
  DuplicateCoreError,
  Matrix,
  abs,
  add,
  at,
  broadcast,
  flatten,
  floor,
  fold,
  leavesOf,
  lt,
  matrix,
  max,
  mean,
  norm2,
  sin,
  stack,
  sum,
  value,
  vector,
  where,
  type Value,
} from "./index.ts";

vi.resetModules();
// The same sources once more: other classes, another counter of levels.
const copy = {
  ...(await import("./index.ts")),
  ...(await import("../test-support/push.ts")),
};

/** To the compiler the two copies are one, as they are when an installation holds both. */
const strangers: [string, Value][] = [
  ["an element", copy.lifted(2)],
  ["a matrix", new copy.Matrix(1, 1)],
];

test("there are two copies", () => {
  expect(copy.Matrix).not.toBe(Matrix);
  expect(copy.lifted(2)).not.toBeInstanceOf(lifted(2).constructor);
});

const uses: [string, (x: Value) => unknown][] = [
  ["sin", (x) => sin(x)],
  ["add", (x) => add(x, 1)],
  ["add", (x) => add(1, x)],
  ["add", (x) => add(lifted(1), x)],
  ["add", (x) => add(x, lifted(1))],
  ["abs", (x) => abs(x)],
  ["max", (x) => max(lifted(1), x)],
  ["where", (x) => where("lt", 1, 2, x, 0)],
  ["floor", (x) => floor(x)],
  ["sum", (x) => sum(x)],
  ["mean", (x) => mean(x)],
  ["norm2", (x) => norm2(x)],
  ["broadcast", (x) => broadcast(x, { shape: [2] })],
  ["stack", (x) => stack([lifted(1), x], [2])],
  ["vector", (x) => vector([1, x as number])],
  ["matrix", (x) => matrix([[x as number]])],
  ["at", (x) => at(x as Matrix, 0, 0)],
  ["lt", (x) => lt(x as number, 1)],
  ["value", (x) => value(x)],
  ["jacobian", (x) => leavesOf("jacobian", { a: [x] })],
  ["jacobian", (x) => flatten("jacobian", [1, x])],
  ["fold", (x) => fold<Value>(1, 0, () => x)],
];

describe.each(strangers)("%s of another copy", (_kind, stranger) => {
  test.each(uses)("is refused by %s", (name, use) => {
    expect(() => use(stranger)).toThrow(DuplicateCoreError);
    expect(() => use(stranger)).toThrow(
      `${name}: expected values of one copy of @jacobian/core, got one made by another copy; install a single version (npm ls @jacobian/core shows them)`,
    );
  });
});

test("each copy works for itself", () => {
  expect(copy.slope(copy.sin, 0)).toBe(1);
  expect(sin(0)).toBe(0);
});
