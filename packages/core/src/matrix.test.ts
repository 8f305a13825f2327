import { format, inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { DomainError, Matrix, OperatorError, ShapeError } from "./index.ts";

const A = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("constructor", () => {
  test.each([
    [2, 2, 3, "Matrix: expected 2×2 = 4 entries, got 3; pass one entry for each place, row by row"],
    [0, 2, 1, "Matrix: expected 0×2 = 0 entries, got 1; "],
  ])("refuses %s×%s of %s entries", (rows, cols, entries, message) => {
    expect(() => new Matrix(rows, cols, new Float64Array(entries))).toThrow(ShapeError);
    expect(() => new Matrix(rows, cols, new Float64Array(entries))).toThrow(message);
  });

  test.each([
    [-1, 2],
    [2, 1.5],
    [NaN, 2],
    [2, Infinity],
  ])("refuses %s rows and %s columns", (rows, cols) => {
    expect(() => new Matrix(rows, cols)).toThrow(ShapeError);
    expect(() => new Matrix(rows, cols)).toThrow(
      `Matrix: expected whole numbers of rows and columns, got ${rows} and ${cols}; both are 0 or more`,
    );
  });

  test("refuses what does not fit into memory", () => {
    expect(() => new Matrix(1e9, 1e9)).toThrow(DomainError);
    expect(() => new Matrix(1e9, 1e9)).toThrow(
      "Matrix: expected a matrix that fits into memory, got one of 1000000000×1000000000; keep its rows",
    );
  });

  test("takes its data as it is, zeros if none are given", () => {
    const data = Float64Array.of(1, 2);
    expect(new Matrix(1, 2, data).data).toBe(data);
    expect(new Matrix(2, 2).data).toEqual(new Float64Array(4));
  });
});

describe("fromRows", () => {
  test("refuses rows of different lengths", () => {
    expect(() => Matrix.fromRows([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => Matrix.fromRows([[1, 2], [3]])).toThrow(
      "Matrix.fromRows: expected rows of 2 entries, got 1 in row 1; make all rows equally long",
    );
  });

  test("copies lists and vectors, row by row", () => {
    const row = Float64Array.of(3, 4);
    const B = Matrix.fromRows([[1, 2], row]);
    row[0] = 9;
    expect(B.data).toEqual(Float64Array.of(1, 2, 3, 4));
    expect(Matrix.fromRows([]).shape).toEqual([0, 0]);
    expect(Matrix.fromRows([[], []]).shape).toEqual([2, 0]);
  });
});

describe("at", () => {
  test.each([
    [2, 0],
    [0, 3],
    [-1, 0],
    [0, -1],
    [0.5, 0],
    [0, 0.5],
    [NaN, 0],
  ])("refuses (%s, %s) of a 2×3 matrix", (i, j) => {
    expect(() => A.at(i, j)).toThrow(DomainError);
    expect(() => A.at(i, j)).toThrow(
      `Matrix.at: expected an entry of a 2×3 matrix, got (${i}, ${j}); count rows and columns from 0`,
    );
  });

  test("reads row by row, NaN too", () => {
    expect([A.at(0, 0), A.at(0, 2), A.at(1, 0), A.at(1, 2)]).toEqual([1, 3, 4, 6]);
    expect(new Matrix(1, 1, Float64Array.of(NaN)).at(0, 0)).toBeNaN();
  });
});

test("JSON shows the rows", () => {
  expect(JSON.stringify({ A })).toBe('{"A":[[1,2,3],[4,5,6]]}');
  expect(new Matrix(2, 0).toJSON()).toEqual([[], []]);
  expect(new Matrix(0, 2).toJSON()).toEqual([]);
});

describe("native operators", () => {
  /** What a program that is not type-checked may do. */
  const x = A as unknown as number;

  test.each<[string, () => unknown]>([
    ["A + 1", () => x + 1],
    ["A * A", () => x * x],
    ["-A", () => -x],
    ["A < 1", () => x < 1],
    ['A == "x"', () => x == 1],
    ["Math.sin(A)", () => Math.sin(x)],
  ])("%s throws", (_use, use) => {
    expect(use).toThrow(OperatorError);
    expect(use).toThrow(
      "operator: expected a function of @jacobian/core, got a native operator on a Matrix 2×3; call add, sub, mul, div, or matmul of @jacobian/linalg",
    );
  });

  test("a template string prints it, and so does inspection", () => {
    const text = "Matrix 2×3\n  [1  2  3]\n  [4  5  6]";
    expect(`${x}`).toBe(text);
    expect(String(A)).toBe(text);
    expect(inspect(A)).toBe(text);
    expect(["%s", "%o", "%O"].map((how) => format(how, A))).toEqual([text, text, text]);
  });

  test("inspection indents it in what holds it", () => {
    const B = new Matrix(1, 1);
    expect(inspect({ A, list: [B, new Matrix(0, 3)], after: 1 })).toBe(
      `{
  A: Matrix 2×3
    [1  2  3]
    [4  5  6],
  list: [
    Matrix 1×1
      [0],
    Matrix 0×3
  ],
  after: 1
}`,
    );
    expect(inspect(new Map([["B", B]]))).toBe("Map(1) {\n  'B' => Matrix 1×1\n    [0]\n}");
  });
});
