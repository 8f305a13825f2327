import { describe, expect, test } from "vitest";
import * as core from "./index.ts";
import {
  type Plain,
  BinaryRule,
  Matrix,
  ShapeError,
  UnaryRule,
  abs,
  add,
  clamp,
  entriesOf,
  entryAt,
  max,
  min,
  mul,
  relu,
  where,
} from "./index.ts";
import { commonShape } from "./entrywise.ts";

const x = Float64Array.of(1, 2);
const A = Matrix.fromRows([[1, 2]]);

describe("commonShape", () => {
  test("of arrays that differ is an error that shows both", () => {
    expect(() => commonShape("f", [1, x, A])).toThrow(ShapeError);
    expect(() => commonShape("f", [1, x, A])).toThrow(
      "f: expected operands of one shape, got a vector of 2 and a 1×2 matrix; only a scalar meets an array entry by entry",
    );
  });

  test("is that of the arrays among the operands, [] of scalars", () => {
    expect(commonShape("f", [1, 2])).toEqual([]);
    expect(commonShape("f", [1, x, 3, x])).toEqual([2]);
    expect(commonShape("f", [A, 1])).toEqual([1, 2]);
    expect(commonShape("f", [])).toEqual([]);
  });
});

describe("entries", () => {
  test("a scalar has the same everywhere; beyond the last there is NaN", () => {
    expect(entryAt(7, 5)).toBe(7);
    expect(entryAt(x, 1)).toBe(2);
    expect(entryAt(A, 1)).toBe(2);
    expect(entryAt(x, 2)).toBeNaN();
  });

  test("results are new arrays of the operand's kind", () => {
    const y = add(x, 0);
    expect(y).toEqual(x);
    expect(y).not.toBe(x);
    expect(mul(A, 1)).toBeInstanceOf(Matrix);
    expect(mul(A, 1).data).not.toBe(A.data);
  });

  test("every shape of elementwise rule takes empty arrays", () => {
    const none = new Float64Array(0);
    expect(add(none, 1)).toEqual(none);
    expect(abs(none)).toEqual(none);
    expect(clamp(none, 0, 1)).toEqual(none);
    expect(where("lt", none, 1, none, 0)).toEqual(none);
    expect(add(new Matrix(0, 3), 1).shape).toEqual([0, 3]);
  });
});

/** Where signs, infinities and NaN meet, and a number on either side of every kink. */
const numbers = [0, -0, 0.5, -0.5, 1, -3, 1e-310, 1e308, Infinity, -Infinity, NaN];

/** How a rule evaluates plain operands. */
type Evaluate = (...operands: Plain[]) => Plain;

const rules = Object.entries(core).map(([name, x]): [string, unknown] => [
  name,
  "rule" in x ? x.rule : undefined,
]);

const ofOne = rules.flatMap(([name, rule]): [string, Evaluate][] =>
  rule instanceof UnaryRule && rule.smooth ? [[name, rule.evaluate as Evaluate]] : [],
);

const ofTwo = rules.flatMap(([name, rule]): [string, Evaluate][] =>
  rule instanceof BinaryRule && rule.smooth ? [[name, rule.evaluate as Evaluate]] : [],
);

// A function may have a loop of its own for arrays: loop and value must not drift apart.
describe("an array has at every entry what the number has", () => {
  test.each([...ofOne, ["abs", abs as Evaluate], ["relu", relu as Evaluate]] as const)(
    "%s",
    (_name, f) => {
      expect(f(Float64Array.from(numbers))).toEqual(
        Float64Array.from(numbers, (a) => f(a) as number),
      );
    },
  );

  test.each([...ofTwo, ["max", max as Evaluate], ["min", min as Evaluate]] as const)(
    "%s, a scalar on either side too",
    (_name, f) => {
      const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b] as const));
      const [left, right] = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]!));
      const all = Float64Array.from(pairs, ([a, b]) => f(a, b) as number);
      expect(f(left!, right!)).toEqual(all);
      expect(f(new Matrix(1, all.length, left), new Matrix(1, all.length, right))).toEqual(
        new Matrix(1, all.length, all),
      );
      const line = Float64Array.from(numbers);
      expect(numbers.flatMap((a) => [...entriesOf(f(a, line))])).toEqual([...all]);
      const across = numbers.map((b) => entriesOf(f(line, b)));
      expect(numbers.flatMap((_a, k) => across.map((column) => column[k]))).toEqual([...all]);
    },
  );
});
