import { type Plain, type Value, Matrix, OperatorError, ShapeError, shapeOf } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector, relativeError } from "../../test-support/matrices.ts";
import { tabulated } from "../construct/tabulated.ts";
import { det, identity, kron, matmul, trace, transpose } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    [new Matrix(2, 3), randomVector(2), "a 2×3 matrix and a vector of 2"],
    [randomVector(2), new Matrix(2, 3), "a vector of 2 and a 2×3 matrix"],
    [2, new Matrix(2, 3), "a scalar and a 2×3 matrix"],
    [2, 3, "a scalar and a scalar"],
  ])("%#", (A, B, got) => {
    expect(() => kron(A, B)).toThrow(ShapeError);
    expect(() => kron(A, B)).toThrow(
      `kron: expected two matrices or two vectors, got ${got}; make a vector a matrix with fromColumns([x])`,
    );
  });

  test("what is no value at all", () => {
    expect(() => kron(wrong(null), new Matrix(1, 1))).toThrow(OperatorError);
  });
});

/** Entry (i, j) is a_⌊i/p⌋⌊j/q⌋ · b_(i mod p)(j mod q). */
const definition = (A: Matrix, B: Matrix): Matrix =>
  tabulated(A.rows * B.rows, A.cols * B.cols, (i, j) => {
    const [p, q] = [B.rows, B.cols];
    return A.at(Math.floor(i / p), Math.floor(j / q)) * B.at(i % p, j % q);
  });

const shapes = [
  [0, 0],
  [0, 3],
  [2, 0],
  [1, 1],
  [2, 3],
  [3, 2],
  [7, 5],
] as const;

describe.each(shapes)("of a %i×%i matrix", (m, n) => {
  const A = randomMatrix(m, n);

  test.each(shapes)("and a %i×%i matrix is its definition", (p, q) => {
    const B = randomMatrix(p, q, 5);
    const C = kron(A, B);
    expect(C.shape).toEqual([m * p, n * q]);
    expect(C.data).toEqual(definition(A, B).data);
    expect(kron(transpose(A), transpose(B)).data).toEqual(transpose(C).data);
  });

  test.each(shapes)("and a %i×%i matrix has adjoints of the operands' shapes", (p, q) => {
    const B = randomMatrix(p, q, 5);
    const bar = randomMatrix(m * p, n * q, 9);
    const [a, b] = kron.rule.adjoints.map(
      // A rule that is given plain values gives plain values.
      (adjoint) => adjoint(bar, A, B, kron(A, B), undefined) as Plain,
    );
    expect([shapeOf(a ?? 0), shapeOf(b ?? 0)]).toEqual([A.shape, B.shape]);
  });
});

test("(A ⊗ B)·(C ⊗ D) = A·C ⊗ B·D, and traces and determinants multiply", () => {
  const [A, B] = [randomMatrix(3, 3), randomMatrix(2, 2)];
  const [C, D] = [randomMatrix(3, 2), randomMatrix(2, 4)];
  const left = matmul(kron(A, B), kron(C, D));
  expect(relativeError(left.data, kron(matmul(A, C), matmul(B, D)).data)).toBeLessThan(1e-14);
  expect(trace(kron(A, B))).toBeCloseTo(trace(A) * trace(B), 14);
  expect(det(kron(A, B))).toBeCloseTo(det(A) ** 2 * det(B) ** 3, 14);
  expect(kron(identity(2), identity(3)).data).toEqual(identity(6).data);
});

test("of vectors is a vector", () => {
  expect(kron(Float64Array.of(1, 2), Float64Array.of(3, 4, 5))).toEqual(
    Float64Array.of(3, 4, 5, 6, 8, 10),
  );
  expect(kron(new Float64Array(0), Float64Array.of(3))).toEqual(new Float64Array(0));
});
