import { describe, expect, test } from "vitest";
import { lifted } from "../test-support/push.ts";
import { Matrix, entriesOf, plainOf, sameShape, shapeOf, sizeOf, zeros } from "./index.ts";
import { describe as told, describeShape, isValue } from "./shape.ts";

describe("describe says of any operand what it is", () => {
  test.each<[unknown, string]>([
    [0.1, "0.1"],
    [-0, "-0"],
    ["2", '"2"'],
    [3n, "the bigint 3n"],
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [Symbol("s"), "Symbol(s)"],
    [[1, 2], "an array of 2"],
    [{}, "an object (Object)"],
    [Object.create(null), "an object (Object)"],
    [new Date(0), "an object (Date)"],
    [
      (function* () {
        yield 1;
      })(),
      "an object (Generator)",
    ],
    [Promise.resolve(1), "an object (Promise)"],
    [Math.sin, "the function sin"],
    [
      (
        () => () =>
          1
      )(),
      "the function without a name",
    ],
    [Float64Array.of(1, 2), "Vector 2 [1, 2]"],
    [new Matrix(1, 1), "a 1×1 matrix"],
    [lifted(new Matrix(2, 1)), "Moving(a 2×1 matrix, a 2×1 matrix)"],
    [lifted(2), "Moving(2, 0)"],
  ])("%o", (x, text) => {
    expect(told(x)).toBe(text);
  });
});

describe("shapes", () => {
  test("in words", () => {
    expect([[], [3], [2, 3]].map(describeShape)).toEqual([
      "a scalar",
      "a vector of 3",
      "a 2×3 matrix",
    ]);
  });

  test("of plain values and of elements", () => {
    const plain = [2, Float64Array.of(1, 2), new Matrix(2, 3)];
    expect(plain.map(shapeOf)).toEqual([[], [2], [2, 3]]);
    expect(plain.map(lifted).map(shapeOf)).toEqual([[], [2], [2, 3]]);
    expect(plain.map((x) => sizeOf(shapeOf(x)))).toEqual([1, 2, 6]);
  });

  test("are the same if all their lengths are", () => {
    expect(sameShape([2, 3], [2, 3])).toBe(true);
    expect(sameShape([2, 3], [3, 2])).toBe(false);
    expect(sameShape([2], [2, 1])).toBe(false);
    expect(sameShape([], [])).toBe(true);
  });

  test("make plain values again, over the same storage", () => {
    const data = Float64Array.of(1, 2, 3, 4);
    expect(plainOf([], data)).toBe(1);
    expect(plainOf([4], data)).toBe(data);
    expect(entriesOf(plainOf([2, 2], data))).toBe(data);
    expect(entriesOf(7)).toEqual(Float64Array.of(7));
    expect(zeros([2, 2])).toEqual(new Matrix(2, 2));
    expect(zeros([])).toBe(0);
  });

  test("a value is a number, a Float64Array, a Matrix or an element, and nothing else", () => {
    expect([1, NaN, new Float64Array(0), new Matrix(0, 0), lifted(1)].every(isValue)).toBe(true);
    expect([undefined, null, "1", [1], new Float32Array(1), { shape: [] }].some(isValue)).toBe(
      false,
    );
  });
});
