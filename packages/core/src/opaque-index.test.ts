import { afterAll, describe, expect, test, vi } from "vitest";
import type { Index, Value } from "./index.ts";

/**
 * The loops hand out objects instead of numbers here, as an engine that stages a program would: an
 * index that is used as a number throws.
 */
vi.doMock("./index-value.ts", () => {
  const numbers = new WeakMap<object, number>();
  return {
    indexOf: (k: number): object => {
      const index = {
        [Symbol.toPrimitive](): never {
          throw new TypeError("an index was used as a number");
        },
      };
      numbers.set(index, k);
      return index;
    },
    positionOf: (i: object | number): number =>
      typeof i === "number" ? i : (numbers.get(i) ?? NaN),
  };
});

// Core is loaded anew on top of it, and is not left to other tests.
vi.resetModules();
const {
  DomainError,
  Matrix,
  add,
  affine,
  at,
  build,
  column,
  fold,
  lt,
  mul,
  offset,
  row,
  scalar,
  scan,
  slice,
  square,
  sum,
  sumOver,
  where,
} = await import("./index.ts");
const { slope } = await import("../test-support/push.ts");
afterAll(() => {
  vi.doUnmock("./index-value.ts");
  vi.resetModules();
});

const x = Float64Array.of(1, 2, 3, 4);
const A = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("the index here", () => {
  test("throws under every native operator", () => {
    const seen: Index[] = [];
    sumOver(1, (i) => (seen.push(i), 0));
    // One is seen, and what it is at run time is the question.
    const [i] = seen as unknown as [number];
    expect(typeof i).toBe("object");
    for (const use of [() => i + 1, () => i < 2, () => -i, () => x[i], () => `${i}`]) {
      expect(use).toThrow("an index was used as a number");
    }
  });

  test("comes from every loop, and from index arithmetic", () => {
    const seen: unknown[] = [];
    const note = (i: Index): number => seen.push(i);
    sumOver(2, note);
    build(2, note);
    fold<number>(2, 0, (_carry, i) => note(i));
    scan<number>(2, 0, (_carry, i) => note(i));
    seen.push(offset(0, 1), affine(1, 2, 3));
    expect(seen.map((i) => typeof i)).toEqual(Array.from({ length: 10 }, () => "object"));
  });

  test("is still checked against the range", () => {
    expect(() => sumOver(5, (i) => at(x, i))).toThrow(DomainError);
    expect(() => sumOver(5, (i) => at(x, i))).toThrow(
      "at: expected a whole number from 0 to 3, got 4; count from 0",
    );
  });
});

describe("every loop", () => {
  test("sumOver", () => {
    expect(sumOver(4, (i) => square(at(x, i)))).toBe(30);
    expect(sumOver(3, (i) => at(A, 1, i))).toBe(15);
  });

  test("build", () => {
    expect(build(4, (i) => mul(2, at(x, i)))).toEqual(Float64Array.of(2, 4, 6, 8));
  });

  test("fold and scan", () => {
    expect(fold<number>(4, 1, (product, i) => mul(product, at(x, i)))).toBe(24);
    expect(scan<number>(4, 0, (total, i) => add(total, at(x, i)))).toEqual([1, 3, 6, 10]);
  });

  test("rows, columns and slices", () => {
    expect(sumOver(2, (i) => sum(row(A, i)))).toBe(21);
    expect(sumOver(3, (j) => at(column(A, j), 1))).toBe(15);
    expect(build(3, (i) => sum(slice(x, i, offset(i, 2))))).toEqual(Float64Array.of(3, 5, 7));
  });

  test("index arithmetic", () => {
    expect(build(2, (i) => at(x, affine(i, 2, 1)))).toEqual(Float64Array.of(2, 4));
    expect(build(3, (i) => at(x, offset(i, 1)))).toEqual(Float64Array.of(2, 3, 4));
    expect(build(3, (i) => scalar(affine(offset(i, 1), 10, 0)))).toEqual(
      Float64Array.of(10, 20, 30),
    );
  });

  test("inner loops whose bound is an index: a lower triangle", () => {
    const below = sumOver(4, (i) => sumOver(i, (j) => mul(at(x, i), at(x, j))));
    expect(below).toBe((100 - 30) / 2);
    const inclusive = build(3, (i) => fold<number>(offset(i, 1), 0, (t, j) => add(t, at(x, j))));
    expect(inclusive).toEqual(Float64Array.of(1, 3, 6));
  });

  test("a choice by index", () => {
    const even = (i: Index): number => where("eq", scalar(i), 2, 1, 0);
    expect(build(4, even)).toEqual(Float64Array.of(0, 0, 1, 0));
    expect(sumOver(4, (i) => (lt(scalar(i), 2) ? at(x, i) : 0))).toBe(3);
  });

  test("derivatives", () => {
    const polynomial = (t: Value): Value =>
      fold<Value>(4, 0, (carry, i) => add(mul(carry, t), at(x, i)));
    // x³ + 2x² + 3x + 4
    expect(polynomial(2)).toBe(26);
    expect(slope(polynomial, 2)).toBe(23);
  });
});
