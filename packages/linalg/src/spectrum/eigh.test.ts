import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { symmetricFamilies } from "../../test-support/spectra.ts";
import {
  det,
  diagonalMatrix,
  eigh,
  eigvalsh,
  identity,
  matmul,
  symmetricPart,
  trace,
  transpose,
} from "../index.ts";

const sizes = [0, 1, 2, 3, 7, 25, 64, 67];

/** n·2⁻⁵² */
const precision = (n: number): number => Math.max(n, 1) * Number.EPSILON;

const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * factor),
  );

const largest = (A: Matrix): number => A.data.reduce((top, x) => Math.max(top, Math.abs(x)), 0);

describe.each([
  ["eigh", eigh],
  ["eigvalsh", eigvalsh],
] as const)("wrong operands of %s", (name, f) => {
  test("not square", () => {
    expect(() => f(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => f(new Matrix(2, 3))).toThrow(
      `${name}: expected a square matrix, got a 2×3 matrix`,
    );
  });

  test("no matrix", () => {
    // @ts-expect-error: a vector is no matrix
    expect(() => f(Float64Array.of(1, 2))).toThrow(`${name}: expected a matrix, got a vector of 2`);
    // @ts-expect-error: a list of rows is no matrix
    expect(() => f([[1]])).toThrow(ShapeError);
  });

  test.each([NaN, Infinity])("%d", (wrong) => {
    const A = Matrix.fromRows([
      [1, 0],
      [wrong, 1],
    ]);
    expect(() => f(A)).toThrow(DomainError);
    expect(() => f(A)).toThrow(
      `${name}: expected a matrix of finite numbers, got ${wrong} in row 1, column 0`,
    );
  });

  test("eigenvalues beyond the range", () => {
    const A = new Matrix(2, 2, new Float64Array(4).fill(1.5e308));
    expect(() => f(A)).toThrow(DomainError);
    expect(() => f(A)).toThrow(
      `${name}: expected eigenvalues in the range of float64, got entries`,
    );
  });

  test.each([
    ["1 and 1 (nos. 0 and 1)", identity(3)],
    ["2 and 2 (nos. 1 and 2)", diagonalMatrix(Float64Array.of(2, -3, 2))],
    ["0 and 0 (nos. 0 and 1)", new Matrix(2, 2)],
  ])("the derivative at eigenvalues %s", (named, A) => {
    const outputs = f.rule.apply([A], undefined);
    const push = () => f.rule.pushforward([A], [A], outputs, undefined);
    const pull = () => f.rule.pullback?.(outputs, [A], outputs, undefined);
    for (const derivative of [push, pull]) {
      expect(derivative).toThrow(DomainError);
      expect(derivative).toThrow(
        `${name}: expected distinct eigenvalues to differentiate, got eigenvalues ${named}; where they meet they have no derivative, but functions of the whole matrix have: trace, det, spectralFunction`,
      );
    }
  });
});

describe.each(sizes)("size %i", (n) => {
  test.each(Object.entries(symmetricFamilies(n)))("%s", (_name, A) => {
    const before = A.data.slice();
    const { values, vectors: V } = eigh(A);
    expect(A.data).toEqual(before);
    expect(values).toEqual(values.toSorted());
    // The products of the check must stay in range.
    const unit = largest(A) || 1;
    const [B, lambda] = [scaled(A, 1 / unit), values.map((value) => value / unit)];
    const product = matmul(matmul(V, diagonalMatrix(lambda)), transpose(V));
    expect(distance(product, B)).toBeLessThanOrEqual(10 * precision(n) * norm(B));
    expect(distance(matmul(transpose(V), V), identity(n))).toBeLessThanOrEqual(10 * precision(n));
    const alone = eigvalsh(A).map((value, i) => value / unit - lambda[i]!);
    expect(Math.max(0, ...alone.map(Math.abs))).toBeLessThanOrEqual(10 * precision(n) * norm(B));
  });
});

/** The Frobenius norm. */
const norm = (A: Matrix): number => Math.hypot(...A.data);

const distance = (A: Matrix, B: Matrix): number =>
  norm(
    new Matrix(
      A.rows,
      A.cols,
      A.data.map((x, k) => x - B.data[k]!),
    ),
  );

test("eigenvalues that are known", () => {
  const golden = Matrix.fromRows([
    [2, 1],
    [1, 3],
  ]);
  const root = Math.sqrt(5);
  expect(relativeError(eigvalsh(golden), [(5 - root) / 2, (5 + root) / 2])).toBeLessThan(4e-16);
  const n = 60;
  const clement = symmetricFamilies(n)["Clement"]!;
  const known = Array.from({ length: n }, (_, k) => 2 * k - n + 1);
  expect(relativeError(eigh(clement).values, known)).toBeLessThan(1e-14);
  const differences = symmetricFamilies(n)["second difference"]!;
  const sines = Array.from(
    { length: n },
    (_, k) => 4 * Math.sin((Math.PI * (k + 1)) / (2 * n + 2)) ** 2,
  );
  expect(relativeError(eigh(differences).values, sines)).toBeLessThan(1e-14);
});

test("a diagonal matrix is taken as it stands", () => {
  const { values, vectors } = eigh(diagonalMatrix(Float64Array.of(3, -1, 2)));
  expect(values).toEqual(Float64Array.of(-1, 2, 3));
  expect(vectors.toJSON()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ]);
});

test("only the symmetric part counts", () => {
  const A = randomMatrix(5, 5);
  expect(eigh(A)).toEqual(eigh(symmetricPart(A)));
  expect(eigvalsh(A)).toEqual(eigvalsh(transpose(A)));
});

test("the first entry of at least 0.9 times the largest magnitude of a vector is positive", () => {
  const A = Matrix.fromRows([
    [2, 1],
    [1, 2],
  ]);
  const half = Math.SQRT1_2;
  expect(relativeError(eigh(A).vectors.data, [half, half, -half, half])).toBeLessThan(1e-15);
  for (const n of [3, 7, 40]) {
    const { vectors } = eigh(randomMatrix(n, n));
    for (let j = 0; j < n; j++) {
      const column = Array.from({ length: n }, (_, i) => vectors.at(i, j));
      const top = Math.max(...column.map(Math.abs));
      expect(column.find((entry) => Math.abs(entry) >= 0.9 * top)).toBeGreaterThan(0);
    }
  }
});

test.each([1, 2, 3, 7, 20])(
  "the eigenvalues sum up to the trace, and multiply to det, size %i",
  (n) => {
    const A = symmetricPart(randomMatrix(n, n));
    const values = eigvalsh(A);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace(A), 12);
    expect(relativeError([values.reduce((p, value) => p * value, 1)], [det(A)])).toBeLessThan(
      1e-11,
    );
  },
);

test("adjoints are symmetric", () => {
  const A = randomMatrix(4, 4);
  const outputs = eigh.rule.apply([A], undefined);
  const bars = [Float64Array.of(1, -2, 0.5, 3), randomMatrix(4, 4, 9)];
  const [bar] = eigh.rule.pullback?.(bars, [A], outputs, undefined) ?? [];
  expect(transpose(bar as Matrix)).toEqual(bar);
});
