import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { hilbert, randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import { expm, identity, logm, symmetricPart, transpose } from "../index.ts";

const diagonal = (...entries: readonly number[]): Matrix =>
  Matrix.fromRows(entries.map((x, i) => entries.map((_, j) => (i === j ? x : 0))));

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => logm(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => logm(new Matrix(2, 3))).toThrow("logm: expected a square matrix");
  });

  test("NaN", () => {
    expect(() => logm(diagonal(1, NaN))).toThrow(DomainError);
    expect(() => logm(diagonal(1, NaN))).toThrow("logm: expected a matrix of finite numbers");
  });

  test.each([diagonal(2, 0), diagonal(2, -1), diagonal(1, 1e-17), hilbert(14), diagonal(-3)])(
    "not definite, %#",
    (A) => {
      expect(() => logm(A)).toThrow(DomainError);
      expect(() => logm(A)).toThrow(
        "logm: expected a matrix whose symmetric part is positive definite, got a",
      );
    },
  );
});

describe.each(sizes)("size %i", (n) => {
  test("it inverts expm", () => {
    const S = symmetricPart(randomMatrix(n, n));
    const X = expm(S);
    const L = logm(X);
    expect(L).toEqual(transpose(L));
    const condition = Math.exp(2 * Math.sqrt(n));
    expect(relativeError(L.data, S.data)).toBeLessThan(1e-14 * (n + 1) * condition);
    expect(relativeError(expm(L).data, X.data)).toBeLessThan(1e-12);
  });
});

test.each([1e-150, 1, 1e150])("of a multiple of the identity, %d", (x) => {
  const n = 3;
  expect(logm(diagonal(x, x, x)).toJSON()).toEqual(
    diagonal(...Array<number>(n).fill(Math.log(x))).toJSON(),
  );
});

test("of ill-conditioned matrices", () => {
  expect(logm(diagonal(1e-140, 1e-150)).data).toEqual(
    diagonal(Math.log(1e-140), Math.log(1e-150)).data,
  );
  const H = hilbert(6);
  expect(relativeError(expm(logm(H)).data, H.data)).toBeLessThan(1e-13);
  expect(logm(identity(4))).toEqual(new Matrix(4, 4));
});
