import { describe, expect, test } from "vitest";
import { lifted, pushed } from "../../test-support/push.ts";
import {
  Element,
  Matrix,
  OperatorError,
  ShapeError,
  fromColumns,
  matrix,
  shapeOf,
  stack,
  unstack,
  value,
  vector,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;
const x = Float64Array.of(1, 2);

describe("wrong parts", () => {
  test("of vector and matrix are refused by name", () => {
    expect(() => vector([1, wrong(undefined)])).toThrow(OperatorError);
    expect(() => vector([1, wrong(undefined)])).toThrow("vector: expected a number");
    expect(() => vector([1, wrong([2])])).toThrow(ShapeError);
    expect(() => matrix([[1, wrong(null)]])).toThrow("matrix: expected a number");
    // What a program that is not type-checked may pass.
    expect(() => matrix([wrong(undefined) as unknown as number[]])).toThrow("got undefined");
  });

  test("holes in lists are refused, not passed over", () => {
    const hole = new Array<number>(1);
    expect(() => vector(hole)).toThrow("vector: expected a number");
    expect(() => matrix([hole])).toThrow("matrix: expected a number");
    expect(() => matrix(new Array<number[]>(2))).toThrow("matrix: expected a number");
  });

  test("rows of different lengths are counted", () => {
    expect(() => matrix([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => matrix([[1, 2], [3]])).toThrow(
      "matrix: expected rows of 2 entries, got 1 in row 1; make all rows equally long",
    );
    expect(() => matrix([lifted(x), [lifted(3)]])).toThrow("got 1 in row 1");
  });

  test("stack and unstack count entries", () => {
    expect(() => stack([x, 3], [2, 2])).toThrow(ShapeError);
    expect(() => stack([x, 3], [2, 2])).toThrow(
      "stack: expected 4 entries to make a 2×2 matrix, got 3; pass one for each place",
    );
    expect(() => unstack([x], [[], [2]])).toThrow(
      "unstack: expected the 3 entries of a scalar, a vector of 2, got a vector of 2; pass one for each place",
    );
  });
});

describe("vector", () => {
  test("of scalars, of vectors, of both, of nothing", () => {
    expect(vector([1, 2, 3])).toEqual(Float64Array.of(1, 2, 3));
    expect(vector([x, 3, x])).toEqual(Float64Array.of(1, 2, 3, 1, 2));
    expect(vector([])).toEqual(new Float64Array(0));
  });

  test("is an element if a part is one", () => {
    const y = vector([lifted(1), 2, lifted(x)]);
    expect(y).toBeInstanceOf(Element);
    expect(shapeOf(y)).toEqual([4]);
    expect(value(y)).toEqual(Float64Array.of(1, 2, 1, 2));
    expect(pushed((a, b) => vector([a as number, 5, b as number]), [1, 2], [10, 20])).toEqual(
      Float64Array.of(10, 0, 20),
    );
  });
});

describe("matrix", () => {
  test("of lists and of vectors", () => {
    const expected = Matrix.fromRows([
      [1, 2],
      [3, 4],
    ]);
    expect(
      matrix([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual(expected);
    expect(matrix([x, Float64Array.of(3, 4)])).toEqual(expected);
    expect(matrix([x, [3, 4]])).toEqual(expected);
    expect(value(matrix([lifted(x), [3, lifted(4)]]))).toEqual(expected);
  });

  test("without rows is 0×0, with empty rows n×0", () => {
    expect(matrix([]).shape).toEqual([0, 0]);
    expect(matrix([[], []]).shape).toEqual([2, 0]);
  });
});

test("unstack is inverse to stack", () => {
  const parts = [1, x, new Matrix(2, 1, Float64Array.of(3, 4))];
  expect(unstack(stack(parts, [5]), parts.map(shapeOf))).toEqual(parts);
});

test("fromColumns sets columns side by side", () => {
  const A = Matrix.fromRows([
    [1, 3, 5],
    [2, 4, 6],
  ]);
  expect(fromColumns(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3)).toEqual(A);
  expect(fromColumns(new Float64Array(0), 3, 0)).toEqual(new Matrix(3, 0));
  expect(fromColumns(new Float64Array(0), 0, 1)).toEqual(new Matrix(0, 1));
  expect(value(fromColumns(vector([lifted(x), x]), 2, 2))).toEqual(
    Matrix.fromRows([
      [1, 1],
      [2, 2],
    ]),
  );
});
