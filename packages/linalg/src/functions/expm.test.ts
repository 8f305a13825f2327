import { DomainError, Matrix, ShapeError, exp } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { references } from "../../test-support/exponentials.ts";
import { hilbert, randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import { expm, identity, matmul, spectralFunction, symmetricPart, transpose } from "../index.ts";

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => Matrix.fromRows(rows);
const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((x) => factor * x),
  );
/** D^k expm(A)[directions], by the rule. */
const along = (A: Matrix, ...directions: readonly Matrix[]): Matrix =>
  // Plain matrices give a plain matrix.
  expm.rule.apply([A, ...directions], undefined)[0] as Matrix;

const error = (got: Matrix, expected: readonly (readonly number[])[]): number =>
  relativeError(got.data, expected.flat());

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => expm(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => expm(new Matrix(2, 3))).toThrow(
      "expm: expected a square matrix, got a 2×3 matrix",
    );
    expect(() => along(identity(2), identity(3))).toThrow(
      "expm: expected a matrix and directions of its shape, got a 2×2 matrix and a 3×3 matrix",
    );
  });

  test.each([NaN, Infinity])("%s", (x) => {
    expect(() =>
      expm(
        matrixOf([
          [1, x],
          [0, 1],
        ]),
      ),
    ).toThrow(DomainError);
    expect(() =>
      expm(
        matrixOf([
          [1, x],
          [0, 1],
        ]),
      ),
    ).toThrow("in row 0, column 1");
  });

  test.each([
    [[[800]]],
    [
      [
        [0, 800],
        [800, 0],
      ],
    ],
    [
      [
        [1e200, 1e200],
        [1e200, 1e200],
      ],
    ],
  ])("an exponential beyond the range, %j", (rows) => {
    expect(() => expm(matrixOf(rows))).toThrow(DomainError);
    expect(() => expm(matrixOf(rows))).toThrow(
      "expm: expected a matrix whose exponential is in the range of float64, got a",
    );
  });
});

describe.each(references)("against 80 digits: $name", ({ A, E, value, first, second }) => {
  test("value and derivatives", () => {
    const [a, e] = [matrixOf(A), matrixOf(E)];
    expect(error(expm(a), value)).toBeLessThan(1e-12);
    expect(error(along(a, e), first)).toBeLessThan(1e-12);
    expect(error(along(a, e, transpose(e)), second)).toBeLessThan(1e-12);
  });
});

const random = (n: number): Matrix => randomMatrix(n, n);

describe.each(sizes)("size %i", (n) => {
  test("e^A·e^(−A) = I, and e^(Aᵀ) = (e^A)ᵀ", () => {
    const A = scaled(random(n), 3 / Math.sqrt(n + 1));
    const [X, Y] = [expm(A), expm(scaled(A, -1))];
    const size = Math.max(1, ...X.data.map(Math.abs)) * Math.max(1, ...Y.data.map(Math.abs));
    expect(relativeError(matmul(X, Y).data, identity(n).data)).toBeLessThan(1e-14 * (n + 1) * size);
    expect(relativeError(expm(transpose(A)).data, transpose(X).data)).toBeLessThan(1e-13);
  });

  test("it is spectralFunction(exp) of a symmetric matrix", () => {
    const S = symmetricPart(random(n));
    expect(relativeError(expm(S).data, spectralFunction(exp, S).data)).toBeLessThan(1e-13);
  });

  test("every degree: e^(2A) = (e^A)²", () => {
    for (const norm of [1e-3, 0.1, 0.5, 1.2, 3, 30]) {
      const A = scaled(symmetricPart(random(n)), norm / Math.max(n, 1));
      const X = expm(A);
      expect(relativeError(expm(scaled(A, 2)).data, matmul(X, X).data)).toBeLessThan(1e-13);
    }
  });
});

test("the derivative is linear in a direction of any size", () => {
  const [A, E] = [hilbert(4), randomMatrix(4, 4)];
  const [X, Y] = [along(A, E), along(A, scaled(E, 2 ** 1000))];
  expect(relativeError(scaled(Y, 2 ** -1000).data, X.data)).toBeLessThan(1e-15);
  const [P, Q] = [along(A, E, E), along(A, scaled(E, 2 ** 1000), scaled(E, 2 ** -1000))];
  expect(relativeError(Q.data, P.data)).toBeLessThan(1e-15);
  expect(along(A, new Matrix(4, 4))).toEqual(new Matrix(4, 4));
});

test("the matrix is not written into, nor what is remembered into the result", () => {
  const A = random(12);
  const copy = A.data.slice();
  const first = expm(A).data.slice();
  expm(A).data.fill(7);
  expect(expm(A).data).toEqual(first);
  expect(A.data).toEqual(copy);
  A.data[5]! += 1;
  expect(expm(A).data).not.toEqual(first);
});
