import { type Value, DomainError, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix } from "../../test-support/matrices.ts";
import { tabulated } from "./tabulated.ts";
import { lowerTriangle, transpose, upperTriangle } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe.each([
  ["lowerTriangle", lowerTriangle],
  ["upperTriangle", upperTriangle],
] as const)("wrong operands of %s", (name, triangle) => {
  test("no matrix", () => {
    expect(() => triangle(wrong(Float64Array.of(1, 2)))).toThrow(ShapeError);
    expect(() => triangle(wrong(1))).toThrow(`${name}: expected a matrix, got a scalar`);
    expect(() => triangle(wrong(undefined))).toThrow(OperatorError);
  });

  test.each([0.5, NaN, Infinity, "1"])("diagonal %o", (k) => {
    const call = () => triangle(new Matrix(2, 2), k as number);
    expect(call).toThrow(DomainError);
    expect(call).toThrow(`${name}: expected a whole number of the diagonal, got`);
  });
});

describe.each([
  [0, 0],
  [0, 3],
  [3, 0],
  [1, 1],
  [3, 3],
  [2, 9],
  [5, 2],
] as const)("of a %i×%i matrix", (m, n) => {
  const A = randomMatrix(m, n);

  test.each([-7, -2, -1, 0, 1, 2, 7])("diagonal %i is the border", (k) => {
    const lower = tabulated(m, n, (i, j) => (j - i <= k ? A.at(i, j) : 0));
    const upper = tabulated(m, n, (i, j) => (j - i >= k ? A.at(i, j) : 0));
    expect(lowerTriangle(A, k)).toEqual(lower);
    expect(upperTriangle(A, k)).toEqual(upper);
    expect(transpose(upperTriangle(transpose(A), -k))).toEqual(lower);
  });

  test("without a diagonal it is the main one", () => {
    expect(lowerTriangle(A)).toEqual(lowerTriangle(A, 0));
    expect(upperTriangle(A)).toEqual(upperTriangle(A, 0));
  });
});

test("what is left out is 0 whatever it was; the operand stays", () => {
  const A = Matrix.fromRows([
    [1, NaN],
    [2, 3],
  ]);
  expect(lowerTriangle(A).toJSON()).toEqual([
    [1, 0],
    [2, 3],
  ]);
  expect(A.at(0, 1)).toBeNaN();
});
