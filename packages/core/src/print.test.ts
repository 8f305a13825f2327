import { describe, expect, test } from "vitest";
import { Matrix } from "./index.ts";
import { printNumber, printVector } from "./print.ts";

describe("a number", () => {
  test.each([
    [0, "0"],
    [-0, "-0"],
    [3, "3"],
    [-12345678, "-12345678"],
    [0.5, "0.5"],
    [0.1 + 0.2, "0.3"],
    [1 / 3, "0.333333"],
    [-2 / 3, "-0.666667"],
    [100.0001, "100"],
    [123456.7, "123457"],
    [1.5e-7, "1.5e-7"],
    [6.02214076e23, "6.02214e23"],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
    [5e-324, "4.94066e-324"],
    [123456789.5, "1.23457e8"],
    [1234567, "1234567"],
    [1e9, "1e9"],
    [0.000001, "0.000001"],
  ])("%s reads %s", (x, text) => {
    expect(printNumber(x)).toBe(text);
  });
});

describe("a vector", () => {
  test("is one line; beyond eight entries it is elided", () => {
    expect(printVector(new Float64Array(0))).toBe("Vector 0 []");
    expect(printVector(Float64Array.of(1, -0, NaN))).toBe("Vector 3 [1, -0, NaN]");
    expect(printVector(Float64Array.from({ length: 100 }, (_, k) => k))).toBe(
      "Vector 100 [0, 1, 2, 3, …, 96, 97, 98, 99]",
    );
  });
});

/** The lines of a matrix as it prints, without its first. */
const lines = (rows: readonly (readonly number[])[]): string[] =>
  Matrix.fromRows(rows).toString().split("\n").slice(1);

describe("a matrix", () => {
  test("has its columns aligned at the point", () => {
    const A = Matrix.fromRows([
      [1, -0.5],
      [NaN, 100],
    ]);
    expect(A.toString()).toBe("Matrix 2×2\n  [  1   -0.5]\n  [NaN  100  ]");
  });

  test("shows tiny and huge numbers, −0, NaN and ∞ in one column", () => {
    expect(
      lines([[1 / 3], [-200], [1.5e-7], [-3.25e10], [-0], [NaN], [-Infinity], [12.25]]),
    ).toEqual([
      "  [        0.333333]",
      "  [     -200       ]",
      "  [          1.5e-7]",
      "  [        -3.25e10]",
      "  [       -0       ]",
      "  [      NaN       ]",
      "  [-Infinity       ]",
      "  [       12.25    ]",
    ]);
    expect(
      lines([
        [1e-150, 5e-324],
        [2, 1e150],
      ]),
    ).toEqual(["  [1e-150  4.94066e-324]", "  [     2         1e150]"]);
    expect(
      lines([
        [123456789, 0.5],
        [1, 1e9],
      ]),
    ).toEqual(["  [123456789  0.5]", "  [        1  1e9]"]);
  });

  test("of whole numbers is aligned at the right", () => {
    expect(
      lines([
        [1, -20],
        [300, 4],
      ]),
    ).toEqual(["  [  1  -20]", "  [300    4]"]);
  });

  test("of one row, of one column, of one entry", () => {
    expect(lines([[1, 2.5, -3]])).toEqual(["  [1  2.5  -3]"]);
    expect(lines([[1], [2.5]])).toEqual(["  [1  ]", "  [2.5]"]);
    expect(lines([[-7]])).toEqual(["  [-7]"]);
  });

  test("without entries is its shape alone", () => {
    expect(new Matrix(0, 0).toString()).toBe("Matrix 0×0");
    expect(new Matrix(0, 3).toString()).toBe("Matrix 0×3");
    expect(new Matrix(2, 0).toString()).toBe("Matrix 2×0");
    expect(new Matrix(20, 0).toString()).toBe("Matrix 20×0");
  });

  const counted = (rows: number, cols: number): Matrix =>
    new Matrix(
      rows,
      cols,
      Float64Array.from({ length: rows * cols }, (_, k) => k),
    );

  test("of eight rows and columns is whole", () => {
    const whole = new Matrix(8, 8).toString();
    expect(whole.split("\n")).toHaveLength(9);
    expect(whole).not.toMatch(/[…⋮⋱]/);
  });

  test("that is larger is elided in both directions", () => {
    expect(counted(20, 9).toString()).toBe(
      `Matrix 20×9
  [  0    1    2    3  …    5    6    7    8]
  [  9   10   11   12  …   14   15   16   17]
  [ 18   19   20   21  …   23   24   25   26]
  [ 27   28   29   30  …   32   33   34   35]
  [  ⋮    ⋮    ⋮    ⋮  ⋱    ⋮    ⋮    ⋮    ⋮]
  [144  145  146  147  …  149  150  151  152]
  [153  154  155  156  …  158  159  160  161]
  [162  163  164  165  …  167  168  169  170]
  [171  172  173  174  …  176  177  178  179]`,
    );
  });

  test("that is tall, or wide, is elided in that direction", () => {
    expect(counted(1000, 1).toString().split("\n")).toEqual([
      "Matrix 1000×1",
      ...["  0", "  1", "  2", "  3", "  ⋮", "996", "997", "998", "999"].map((x) => `  [${x}]`),
    ]);
    expect(counted(1, 1000).toString()).toBe(
      "Matrix 1×1000\n  [0  1  2  3  …  996  997  998  999]",
    );
  });
});
