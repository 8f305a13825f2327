import { describe, expect, test } from "vitest";
import { slope } from "../test-support/push.ts";
import { Matrix, OperatorError, ShapeError, mul, square, unary } from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const vector = Float64Array.of(1, -2, 3);
const A = Matrix.fromRows([
  [1, -2],
  [3, 4],
]);

const cube = unary("cube", { value: (x) => x ** 3, partial: (x) => mul(3, square(x)) });
const scaled = unary<number>("scaled", { value: (x, k) => k * x, partial: (_x, _y, k) => k });

describe("unary", () => {
  test.each([
    [undefined, "cube: expected a number, Float64Array, Matrix or element, got undefined; "],
    [null, "cube: expected a number, Float64Array, Matrix or element, got null; "],
    ["2", 'cube: expected a number, Float64Array, Matrix or element, got "2"; '],
    [2n, "cube: expected a number, Float64Array, Matrix or element, got the bigint 2n; "],
    [true, "cube: expected a number, Float64Array, Matrix or element, got true; "],
    [{ x: 1 }, "got an object (Object); "],
    [Object.create(null), "got an object (Object); "],
    [new Float32Array(2), "got an object (Float32Array); "],
  ])("refuses %s", (x, message) => {
    expect(() => cube(wrong(x))).toThrow(OperatorError);
    expect(() => cube(wrong(x))).toThrow(message);
    expect(() => cube(wrong(x))).toThrow("check what the function that made this operand returns");
  });

  test("asks for vector or matrix where an array is given", () => {
    expect(() => cube(wrong([1, 2]))).toThrow(ShapeError);
    expect(() => cube(wrong([1, 2]))).toThrow(
      "cube: expected a number, Float64Array, Matrix or element, got an array of 2; make it one value with vector([...]) or matrix([...])",
    );
  });

  test("goes entry by entry, and leaves its operand alone", () => {
    expect(cube(2)).toBe(8);
    expect(cube(vector)).toEqual(Float64Array.of(1, -8, 27));
    expect(cube(A).toJSON()).toEqual([
      [1, -8],
      [27, 64],
    ]);
    expect(cube(new Float64Array(0))).toEqual(new Float64Array(0));
    expect(vector).toEqual(Float64Array.of(1, -2, 3));
  });

  test("differentiates, to any order", () => {
    expect(slope(cube, 2)).toBe(12);
    expect(slope((x) => slope(cube, x), 2)).toBe(12);
    expect(slope((x) => slope((y) => slope(cube, y), x), 2)).toBe(6);
    expect(slope((x) => cube(mul(vector, x)), 1)).toEqual(Float64Array.of(3, -24, 81));
  });

  test("hands the static argument to value and partial", () => {
    expect(scaled(2, 10)).toBe(20);
    expect(scaled(vector, 10)).toEqual(Float64Array.of(10, -20, 30));
    expect(slope((x) => scaled(x, 10), 2)).toBe(10);
  });
});
