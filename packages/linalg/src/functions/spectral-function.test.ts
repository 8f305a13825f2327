import {
  type Scalar,
  DomainError,
  Matrix,
  ShapeError,
  abs,
  add,
  exp,
  log,
  mul,
  neg,
  relu,
  sin,
  sqrt,
  square,
  tanh,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import { derivativeAlong } from "../../test-support/rules.ts";
import {
  diagonalMatrix,
  eigh,
  identity,
  matmul,
  type ScalarFunction,
  spectralFunction,
  symmetricPart,
  timesTransposed,
  transpose,
} from "../index.ts";

/** D^k g(A)[directions], by the rule. */
const along = (g: ScalarFunction, A: Matrix, ...directions: readonly Matrix[]): Matrix =>
  // Plain matrices give a plain matrix.
  spectralFunction.rule.apply([A, ...directions], g)[0] as Matrix;

const diagonal = (...entries: readonly number[]): Matrix =>
  diagonalMatrix(Float64Array.from(entries));

describe("wrong operands", () => {
  test("no function", () => {
    // What a program that is not type-checked may pass.
    const g = 3 as unknown as ScalarFunction;
    expect(() => spectralFunction(g, identity(2))).toThrow(DomainError);
    expect(() => spectralFunction(g, identity(2))).toThrow(
      "spectralFunction: expected a function of one number, got 3; call spectralFunction(exp, A)",
    );
    // As above.
    const matrix = identity(2) as unknown as ScalarFunction;
    expect(() => spectralFunction(matrix, identity(2))).toThrow(
      "spectralFunction: expected a function of one number, got a 2×2 matrix; call",
    );
  });

  test("not square", () => {
    expect(() => spectralFunction(exp, new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => spectralFunction(exp, new Matrix(2, 3))).toThrow(
      "spectralFunction: expected a square matrix",
    );
  });

  test("NaN", () => {
    expect(() => spectralFunction(exp, diagonal(NaN, 1))).toThrow(
      "spectralFunction: expected a matrix of finite numbers, got NaN in row 0, column 0",
    );
  });

  test("a value that is not finite", () => {
    expect(() => spectralFunction(log, diagonal(-2, 1))).toThrow(DomainError);
    expect(() => spectralFunction(log, diagonal(-2, 1))).toThrow(
      "spectralFunction: expected a function that has a finite value at every eigenvalue, got NaN for log at -2 (no. 0)",
    );
  });

  test("a derivative that is not finite", () => {
    const A = diagonal(0, 1);
    expect(spectralFunction(sqrt, A)).toEqual(A);
    expect(() => along(sqrt, A, identity(2))).toThrow(DomainError);
    expect(() => along(sqrt, A, identity(2))).toThrow(
      "a finite derivative of order 1 at every eigenvalue, got Infinity for sqrt at 0 (no. 0)",
    );
  });
});

describe.each(sizes)("size %i", (n) => {
  const A = randomMatrix(n, n);
  const S = symmetricPart(A);

  test("V·g(Λ)·Vᵀ of the symmetric part", () => {
    const { values, vectors } = eigh(S);
    const expected = matmul(vectors, timesTransposed(diagonalMatrix(tanh(values)), vectors));
    const X = spectralFunction(tanh, A);
    expect(relativeError(X.data, expected.data)).toBeLessThan(1e-14 * (n + 1));
    expect(X).toEqual(transpose(X));
  });

  test("x² is A², and its derivative AE + EA", () => {
    expect(relativeError(spectralFunction(square, S).data, matmul(S, S).data)).toBeLessThan(1e-13);
    const E = symmetricPart(randomMatrix(n, n, 5));
    const [AE, EA] = [matmul(S, E), matmul(E, S)];
    expect(relativeError(along(square, S, E).data, add(AE, EA).data)).toBeLessThan(1e-12);
  });

  test("x³ has the second derivative Σ of all six products", () => {
    const [E, F] = [symmetricPart(randomMatrix(n, n, 5)), symmetricPart(randomMatrix(n, n, 6))];
    const cube = (x: Scalar): Scalar => mul(x, square(x));
    const words = [
      [S, E, F],
      [S, F, E],
      [E, S, F],
      [E, F, S],
      [F, S, E],
      [F, E, S],
    ] as const;
    const expected = words
      .map(([x, y, z]) => matmul(x, matmul(y, z)))
      .reduce((sum, word) => add(sum, word));
    expect(relativeError(along(cube, S, E, F).data, expected.data)).toBeLessThan(1e-11);
  });
});

const turned = (...values: readonly number[]): Matrix => {
  const V = eigh(randomMatrix(values.length, values.length)).vectors;
  return matmul(V, timesTransposed(diagonal(...values), V));
};

describe("repeated and close eigenvalues", () => {
  const g = (x: Scalar): Scalar => mul(sin(x), exp(neg(x)));
  const matrices = [
    diagonal(1, 1, 1),
    diagonal(0.5, 0.5, 2),
    turned(1, 1, 1, -2),
    turned(1, 1 + 1e-9, 1 + 1e-5, 1.01),
    turned(0, 0, 1e-12, 1),
    new Matrix(3, 3),
  ];
  const [E, F, G] = [7, 8, 9].map((seed) => (n: number) => randomMatrix(n, n, seed));

  test.each(matrices)("the derivative is the limit of differences, %#", (A) => {
    const n = A.rows;
    const differences = derivativeAlong(([X]) => [spectralFunction(g, X as Matrix)], [A], [E!(n)]);
    expect(relativeError(differences, along(g, A, E!(n)).data)).toBeLessThan(1e-9);
  });

  test.each(matrices)("so is the second, of the first, %#", (A) => {
    const n = A.rows;
    const differences = derivativeAlong(([X]) => [along(g, X as Matrix, E!(n))], [A], [F!(n)]);
    expect(relativeError(differences, along(g, A, E!(n), F!(n)).data)).toBeLessThan(1e-9);
  });

  test.each(matrices.slice(0, 4))("and the third, of the second, %#", (A) => {
    const n = A.rows;
    const differences = derivativeAlong(
      ([X]) => [along(g, X as Matrix, E!(n), F!(n))],
      [A],
      [G!(n)],
    );
    const exact = along(g, A, E!(n), F!(n), G!(n));
    expect(relativeError(differences, exact.data)).toBeLessThan(1e-8);
  });

  test("a multiple of the identity: g′(x)·E", () => {
    const E = symmetricPart(randomMatrix(4, 4));
    const X = along(exp, diagonal(2, 2, 2, 2), E);
    expect(relativeError(X.data, mul(Math.exp(2), E).data)).toBeLessThan(1e-14);
  });
});

test("directions are interchangeable and count by their symmetric parts", () => {
  const [A, E, F] = [3, 4, 5].map((seed) => randomMatrix(4, 4, seed));
  const X = along(tanh, A!, E!, F!);
  expect(relativeError(along(tanh, A!, F!, E!).data, X.data)).toBeLessThan(1e-14);
  const symmetric = along(tanh, symmetricPart(A!), symmetricPart(E!), symmetricPart(F!));
  expect(relativeError(symmetric.data, X.data)).toBeLessThan(1e-14);
});

test("kinks have the derivative of their convention", () => {
  const A = diagonal(-1, 0, 2);
  expect(spectralFunction(abs, A).data).toEqual(diagonal(1, 0, 2).data);
  expect(along(abs, A, diagonal(1, 1, 1)).data).toEqual(diagonal(-1, 0, 1).data);
  expect(along(relu, A, diagonal(1, 1, 1)).data).toEqual(diagonal(0, 0, 1).data);
});

test("the matrix is not written into, nor what is remembered into the result", () => {
  const A = randomMatrix(12, 12);
  const copy = A.data.slice();
  const first = spectralFunction(tanh, A).data.slice();
  spectralFunction(tanh, A).data.fill(7);
  expect(spectralFunction(tanh, A).data).toEqual(first);
  expect(spectralFunction(sin, A).data).not.toEqual(first);
  expect(A.data).toEqual(copy);
});

test("what g refers to may change between calls", () => {
  const A = symmetricPart(randomMatrix(20, 20));
  let factor = 2;
  const g = (x: Scalar): Scalar => mul(factor, x);
  expect(relativeError(spectralFunction(g, A).data, mul(2, A).data)).toBeLessThan(1e-13);
  factor = 3;
  expect(relativeError(spectralFunction(g, A).data, mul(3, A).data)).toBeLessThan(1e-13);
  expect(() => spectralFunction((x) => (factor === 3 ? log(x) : x), A)).toThrow(
    "NaN for the function at",
  );
  const named = (x: Scalar): Scalar => log(x);
  expect(() => spectralFunction(named, A)).toThrow("NaN for named at");
});
