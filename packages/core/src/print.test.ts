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

describe("a matrix", () => {
  test("has aligned columns", () => {
    const A = Matrix.fromRows([
      [1, -0.5],
      [NaN, 100],
    ]);
    expect(A.toString()).toBe("Matrix 2×2\n  [  1  -0.5]\n  [NaN   100]");
  });

  test("without entries is its shape alone", () => {
    expect(new Matrix(0, 0).toString()).toBe("Matrix 0×0");
    expect(new Matrix(0, 3).toString()).toBe("Matrix 0×3");
    expect(new Matrix(2, 0).toString()).toBe("Matrix 2×0");
  });

  test("of eight rows and columns is whole, a larger one is elided in both directions", () => {
    const whole = new Matrix(8, 8).toString();
    expect(whole.split("\n")).toHaveLength(9);
    expect(whole).not.toContain("…");
    const large = new Matrix(
      20,
      9,
      new Float64Array(180).map((_, k) => k),
    )
      .toString()
      .split("\n");
    expect(large).toHaveLength(10);
    expect(large[1]).toBe("  [  0    1    2    3  …    5    6    7    8]");
    expect(large[5]).toBe("  [  ⋮    ⋮    ⋮    ⋮  ⋮    ⋮    ⋮    ⋮    ⋮]");
    expect(large[9]).toBe("  [171  172  173  174  …  176  177  178  179]");
  });
});
