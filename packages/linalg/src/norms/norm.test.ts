import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector } from "../../test-support/matrices.ts";
import { plainRule } from "../../test-support/rules.ts";
import { norm, singularValues, transpose } from "../index.ts";
import { nuclear } from "./nuclear-norm.ts";
import { singularValue } from "./singular-pair.ts";

const matrixKinds = [1, 2, Infinity, "fro", "nuclear"] as const;

describe("wrong operands", () => {
  test("a number", () => {
    expect(() => norm(3)).toThrow(ShapeError);
    expect(() => norm(3)).toThrow(
      "norm: expected a vector or a matrix, got a scalar; the magnitude of a number is abs",
    );
  });

  test.each([0, -1, NaN, 3, "max", null])("kind %s", (kind) => {
    // Only a program that is not type-checked comes with another.
    const wrong = kind as 1;
    expect(() => norm(new Matrix(2, 2), wrong)).toThrow(DomainError);
    expect(() => norm(new Matrix(0, 2), wrong)).toThrow(
      'norm: expected a kind 1, 2, Infinity, "fro" or "nuclear" of a matrix, got ',
    );
  });

  test("a kind of a matrix for a vector", () => {
    // Only a program that is not type-checked comes with null.
    expect(() => norm(Float64Array.of(1), null as unknown as 1)).toThrow(DomainError);
    expect(() => norm(Float64Array.of(1), "fro")).toThrow(
      'norm: expected a kind 1, 2 or Infinity of a vector, got "fro"',
    );
  });

  test.each([2, "nuclear"] as const)("NaN for %s, in one row too", (kind) => {
    const A = new Matrix(2, 2, Float64Array.of(1, 2, NaN, 4));
    expect(() => norm(A, kind)).toThrow(
      "norm: expected a matrix of finite numbers, got NaN in row 1, column 0",
    );
    expect(() => norm(new Matrix(1, 2, Float64Array.of(1, NaN)), kind)).toThrow(DomainError);
    expect(() => norm(new Matrix(2, 1, Float64Array.of(1, Infinity)), kind)).toThrow(
      "norm: expected a matrix of finite numbers, got Infinity in row 1, column 0",
    );
  });
});

describe("where there is no derivative", () => {
  const repeated = Matrix.fromRows([
    [0, 2],
    [-2, 0],
  ]);

  test("of a repeated largest singular value", () => {
    const rule = plainRule(singularValue.rule, { index: 0, operation: "norm" });
    expect(() => rule.tangent([repeated], [repeated])).toThrow(DomainError);
    expect(() => rule.adjoint?.([repeated], [1])).toThrow(
      "norm: expected a simple singular value other than 0 to differentiate, got singular values 2 and 2 (nos. 0 and 1)",
    );
  });

  test("of the nuclear norm of a deficient matrix, but there is at repeated values", () => {
    const rule = plainRule(nuclear.rule, "norm");
    const deficient = Matrix.fromRows([
      [1, 0],
      [0, 0],
    ]);
    expect(() => rule.tangent([deficient], [deficient])).toThrow(DomainError);
    expect(() => rule.tangent([deficient], [deficient])).toThrow(
      "norm: expected a matrix of full rank to differentiate its nuclear norm, got a 2×2 matrix with singular value 0 (no. 1)",
    );
    expect(rule.tangent([repeated], [repeated])[0]).toBeCloseTo(4, 14);
  });
});

test("values by their definitions", () => {
  const x = Float64Array.of(3, -4, 0);
  expect([norm(x), norm(x, 1), norm(x, 2), norm(x, Infinity)]).toEqual([5, 7, 5, 4]);
  const A = Matrix.fromRows([
    [1, -2, 2],
    [0, 4, 0],
  ]);
  expect([norm(A), norm(A, "fro"), norm(A, 1), norm(A, Infinity)]).toEqual([5, 5, 6, 5]);
  const s = singularValues(A);
  expect(norm(A, 2)).toBeCloseTo(s[0]!, 14);
  expect(norm(A, "nuclear")).toBeCloseTo(s[0]! + s[1]!, 14);
});

test.each(matrixKinds)("of nothing it is 0, kind %s", (kind) => {
  for (const [m, n] of [
    [0, 0],
    [0, 3],
    [3, 0],
  ] as const)
    expect(norm(new Matrix(m, n), kind)).toBe(0);
  if (typeof kind === "number") expect(norm(new Float64Array(0), kind)).toBe(0);
});

test.each([1e150, 1e-150, 1e300])("no overflow and no underflow near %d", (size) => {
  const A = new Matrix(2, 2, Float64Array.of(3 * size, 0, 0, 4 * size));
  const expected = [4, 4, 4, 5, 7];
  expect(matrixKinds.map((kind) => norm(A, kind) / size)).toEqual(
    expected.map((x) => expect.closeTo(x, 12) as number),
  );
  expect(norm(Float64Array.of(3 * size, -4 * size)) / size).toBeCloseTo(5, 12);
});

test.each([
  [1, 1],
  [1, 4],
  [7, 7],
  [20, 3],
  [3, 20],
])("laws of norms, %i×%i", (m, n) => {
  const [A, B] = [randomMatrix(m, n, 1), randomMatrix(m, n, 2)];
  const sum = new Matrix(
    m,
    n,
    A.data.map((entry, k) => entry + B.data[k]!),
  );
  for (const kind of matrixKinds) {
    expect(norm(sum, kind)).toBeLessThanOrEqual((norm(A, kind) + norm(B, kind)) * (1 + 1e-14));
  }
  expect(norm(A, 1)).toBe(norm(transpose(A), Infinity));
  expect(norm(A, 2)).toBeLessThanOrEqual(norm(A, "fro") * (1 + 1e-14));
  expect(norm(A, "fro")).toBeLessThanOrEqual(norm(A, "nuclear") * (1 + 1e-14));
  expect(norm(A, 2) ** 2).toBeLessThanOrEqual(norm(A, 1) * norm(A, Infinity) * (1 + 1e-14));
  expect(norm(randomVector(m * n), 2)).toBe(norm(new Matrix(m, n, randomVector(m * n)), "fro"));
});
