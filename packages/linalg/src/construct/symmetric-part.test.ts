import { type Value, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, sizes } from "../../test-support/matrices.ts";
import { tabulated } from "./tabulated.ts";
import { symmetricPart, transpose } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    [new Matrix(2, 3), "symmetricPart: expected a square matrix, got a 2×3 matrix"],
    [Float64Array.of(1), "symmetricPart: expected a matrix, got a vector of 1"],
    [1, "symmetricPart: expected a matrix, got a scalar"],
  ])("%#", (A, message) => {
    expect(() => symmetricPart(A)).toThrow(ShapeError);
    expect(() => symmetricPart(A)).toThrow(message);
  });

  test("what is no value at all", () => {
    expect(() => symmetricPart(wrong(null))).toThrow(OperatorError);
  });
});

test.each([...sizes, 16, 33])("is (A + Aᵀ)/2, size %i", (n) => {
  const A = randomMatrix(n, n);
  const S = symmetricPart(A);
  expect(S).toEqual(tabulated(n, n, (i, j) => (A.at(i, j) + A.at(j, i)) / 2));
  expect(transpose(S)).toEqual(S);
  expect(symmetricPart(S)).toEqual(S);
  expect(A).toEqual(randomMatrix(n, n));
});

test("at both ends of the range", () => {
  const tiny = 5e-324;
  const A = Matrix.fromRows([
    [tiny, 1.7e308],
    [1.7e308, -1.7e308],
  ]);
  expect(symmetricPart(A)).toEqual(A);
  const B = Matrix.fromRows([
    [0, Infinity],
    [-Infinity, NaN],
  ]);
  expect(symmetricPart(B).toJSON()).toEqual([
    [0, NaN],
    [NaN, NaN],
  ]);
});
