import { describe, expect, test } from "vitest";
import { lifted } from "../../test-support/push.ts";
import {
  DomainError,
  Matrix,
  OperatorError,
  ShapeError,
  decide,
  decideByValue,
  eq,
  ge,
  gt,
  le,
  lt,
  stopGradient,
  value,
  where,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;
const comparisons = { lt, le, gt, ge, eq };
const x = Float64Array.of(1, 2);

describe("wrong operands", () => {
  test.each(Object.entries(comparisons))("%s refuses what is no value", (name, compare) => {
    expect(() => compare(wrong(undefined), 1)).toThrow(OperatorError);
    expect(() => compare(1, wrong("2"))).toThrow(`${name}: expected a number`);
  });

  test.each(Object.entries(comparisons))("%s refuses arrays, and names where", (name, compare) => {
    expect(() => compare(wrong(x), 1)).toThrow(ShapeError);
    expect(() => compare(wrong(x), 1)).toThrow(
      `${name}: expected two scalars, got Vector 2 [1, 2] and 1; compare entries, or choose entry by entry with where("${name}", …)`,
    );
    expect(() => compare(wrong(lifted(x)), 1)).toThrow(ShapeError);
  });

  test("where refuses a relation of another name", () => {
    // What a program that is not type-checked may pass.
    const call = (): unknown => where(wrong("lte") as unknown as "le", 1, 2, 3, 4);
    expect(call).toThrow(DomainError);
    expect(call).toThrow(
      'where: expected a relation "lt", "le", "gt", "ge" or "eq", got "lte"; name one of these',
    );
  });

  test("value refuses what is no value", () => {
    expect(() => value(wrong([1]))).toThrow(ShapeError);
    expect(() => value(wrong(undefined))).toThrow(OperatorError);
  });
});

describe("comparisons", () => {
  const table = [
    [1, 2, { lt: true, le: true, gt: false, ge: false, eq: false }],
    [2, 2, { lt: false, le: true, gt: false, ge: true, eq: true }],
    [3, 2, { lt: false, le: false, gt: true, ge: true, eq: false }],
    [NaN, 2, { lt: false, le: false, gt: false, ge: false, eq: false }],
    [-0, 0, { lt: false, le: true, gt: false, ge: true, eq: true }],
  ] as const;

  test.each(table)("of %s and %s, plain or lifted", (a, b, expected) => {
    for (const [p, q] of [
      [a, b],
      [lifted(a), b],
      [a, lifted(b)],
      [lifted(a), lifted(b)],
    ] as const) {
      expect({
        lt: lt(p, q),
        le: le(p, q),
        gt: gt(p, q),
        ge: ge(p, q),
        eq: eq(p, q),
      }).toEqual(expected);
    }
  });

  test("decide asks the algebra of the highest level, and numbers of none", () => {
    expect(decide("lt", 1, 2)).toBe(true);
    expect(decide("ge", lifted(1), 2)).toBe(false);
    expect(() => decide("lt", x, 2)).toThrow(ShapeError);
    expect(() => decide("lt", x, 2)).toThrow(/lt: expected two scalars/);
  });

  test("decideByValue looks through every level", () => {
    expect(decideByValue("lt", lifted(1), 2)).toBe(true);
    expect(decideByValue("gt", lifted(1), lifted(2))).toBe(false);
  });
});

describe("value", () => {
  test("is the plain value behind an element, and a plain value itself", () => {
    const A = new Matrix(1, 2, x);
    expect(value(lifted(3))).toBe(3);
    expect(value(lifted(x))).toBe(x);
    expect(value(A)).toBe(A);
    expect(value(stopGradient(lifted(A)))).toEqual(A);
  });
});
