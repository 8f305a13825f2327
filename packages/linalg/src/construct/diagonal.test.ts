import { type Value, DomainError, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, sizes } from "../../test-support/matrices.ts";
import { diagonal, diagonalMatrix, identity, matmul, trace } from "../index.ts";

const A = randomMatrix(2, 3);
/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    ["trace", () => trace(A), "trace: expected a square matrix, got a 2×3 matrix"],
    ["trace of a scalar", () => trace(wrong(1)), "trace: expected a matrix, got a scalar"],
    ["diagonal", () => diagonal(wrong(A.data)), "diagonal: expected a matrix, got a vector of 6"],
    [
      "diagonalMatrix",
      () => diagonalMatrix(wrong(A)),
      "diagonalMatrix: expected a vector, got a 2×3",
    ],
    [
      "lists",
      () => trace(wrong([[1]])),
      "trace: expected a number, Float64Array, Matrix or element",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each([-1, 0.5, NaN])("identity(%d)", (n) => {
    expect(() => identity(n)).toThrow(DomainError);
    expect(() => identity(n)).toThrow("identity: expected a whole number of rows, got");
  });

  test("what is no value at all", () => {
    expect(() => diagonal(wrong(undefined))).toThrow(OperatorError);
  });
});

test.each(sizes)("I·A = A·I = A, tr I = n, size %i", (n) => {
  const A = randomMatrix(n, n);
  expect(matmul(identity(n), A).data).toEqual(A.data);
  expect(matmul(A, identity(n)).data).toEqual(A.data);
  expect(trace(identity(n))).toBe(n);
});

test("the diagonal of a wide, a tall and an empty matrix", () => {
  expect(
    diagonal(
      Matrix.fromRows([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ),
  ).toEqual(Float64Array.of(1, 5));
  expect(diagonal(Matrix.fromRows([[1], [2]]))).toEqual(Float64Array.of(1));
  expect(diagonal(new Matrix(0, 0))).toEqual(new Float64Array(0));
});

test("diagonalMatrix is undone by diagonal", () => {
  const D = diagonalMatrix(Float64Array.of(3, -1));
  expect(D.toJSON()).toEqual([
    [3, 0],
    [0, -1],
  ]);
  expect(diagonal(D)).toEqual(Float64Array.of(3, -1));
  expect(trace(D)).toBe(2);
});
