import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { generalFamilies } from "../../test-support/spectra.ts";
import {
  type Spectrum,
  diagonal,
  diagonalMatrix,
  eig,
  eigh,
  eigvals,
  identity,
  matmul,
  norm,
  symmetricPart,
} from "../index.ts";

const sizes = [0, 1, 2, 3, 7, 64];

/** n·2⁻⁵² */
const precision = (n: number): number => Math.max(n, 1) * Number.EPSILON;

describe.each([
  ["eig", eig],
  ["eigvals", eigvals],
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

  test.each([NaN, -Infinity])("%d", (wrong) => {
    const A = Matrix.fromRows([
      [1, wrong],
      [0, 1],
    ]);
    expect(() => f(A)).toThrow(DomainError);
    expect(() => f(A)).toThrow(
      `${name}: expected a matrix of finite numbers, got ${wrong} in row 0, column 1`,
    );
  });

  test("eigenvalues beyond the range", () => {
    const A = new Matrix(2, 2, new Float64Array(4).fill(1.5e308));
    expect(() => f(A)).toThrow(DomainError);
    expect(() => f(A)).toThrow(
      `${name}: expected eigenvalues in the range of float64, got entries`,
    );
  });

  const rows = (...entries: number[]) => new Matrix(2, 2, Float64Array.from(entries));
  test.each([
    ["1 and 1 (nos. 0 and 1)", identity(3)],
    ["1 and 1 (nos. 0 and 1)", rows(1, 1, 0, 1)],
    ["0 and 0 (nos. 0 and 1)", new Matrix(2, 2)],
    [/3 .*and 3 .*\(nos. 0 and 1\)/, rows(2, 1, -1, 4)],
    [
      "0 + 1i and 0 + 1i (nos. 0 and 2)",
      Matrix.fromRows([
        [0, 1, 0, 0],
        [-1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 0, -1, 0],
      ]),
    ],
  ])("the derivative at eigenvalues %s", (named, A) => {
    const outputs = f.rule.apply([A], undefined);
    const push = () => f.rule.pushforward([A], [A], outputs, undefined);
    expect(push).toThrow(DomainError);
    expect(push).toThrow(
      `${name}: expected distinct eigenvalues to differentiate, got eigenvalues`,
    );
    expect(push).toThrow(named);
  });
});

/** The largest ‖A·v − λ·v‖₂ of all pairs, and the largest |‖v‖₂ − 1|. */
const residuals = (A: Matrix, { re, im, vectors }: Spectrum<Float64Array, Matrix>) => {
  const [X, Y] = [matmul(A, vectors.re), matmul(A, vectors.im)];
  let [residual, excess] = [0, 0];
  for (let j = 0; j < A.cols; j++) {
    let [error, squares] = [0, 0];
    for (let i = 0; i < A.rows; i++) {
      const [x, y] = [vectors.re.at(i, j), vectors.im.at(i, j)];
      error += (X.at(i, j) - re[j]! * x + im[j]! * y) ** 2;
      error += (Y.at(i, j) - re[j]! * y - im[j]! * x) ** 2;
      squares += x * x + y * y;
    }
    residual = Math.max(residual, Math.sqrt(error));
    excess = Math.max(excess, Math.abs(Math.sqrt(squares) - 1));
  }
  return { residual, excess };
};

describe.each(sizes)("size %i", (n) => {
  test.each(Object.entries(generalFamilies(n)))("%s", (_name, A) => {
    const before = A.data.slice();
    const spectrum = eig(A);
    expect(A.data).toEqual(before);
    // The products of the check must stay in range.
    const unit = A.data.reduce((top, x) => Math.max(top, Math.abs(x)), 0) || 1;
    const over = (x: Float64Array) => x.map((entry) => entry / unit);
    const B = new Matrix(n, n, over(A.data));
    const { residual, excess } = residuals(B, {
      ...spectrum,
      re: over(spectrum.re),
      im: over(spectrum.im),
    });
    expect(residual).toBeLessThanOrEqual(10 * precision(n) * Math.hypot(...B.data));
    expect(excess).toBeLessThanOrEqual(10 * precision(n));
    expect(eigvals(A)).toEqual({ re: spectrum.re, im: spectrum.im });
  });

  test.each(Object.entries(generalFamilies(n)))("pairs, order and phase: %s", (_name, A) => {
    const { re, im, vectors } = eig(A);
    for (let j = 0; j < n; j++) {
      const column = (M: Matrix) => Array.from({ length: n }, (_, i) => M.at(i, j));
      const [x, y] = [column(vectors.re), column(vectors.im)];
      const moduli = x.map((entry, i) => Math.hypot(entry, y[i]!));
      const lead = moduli.findIndex((entry) => entry >= 0.9 * Math.max(...moduli));
      expect(x[lead]).toBeGreaterThan(0);
      expect(y[lead]).toBe(0);
      if (im[j] === 0) expect(y.every((entry) => entry === 0)).toBe(true);
      if (im[j]! <= 0) continue;
      expect([re[j + 1], im[j + 1]]).toEqual([re[j], -im[j]!]);
      for (let i = 0; i < n; i++) {
        expect(vectors.re.at(i, j + 1)).toBe(vectors.re.at(i, j));
        expect(vectors.im.at(i, j + 1) + vectors.im.at(i, j)).toBe(0);
      }
    }
    const close = precision(n) * Math.max(0, ...re.map((x, j) => Math.hypot(x, im[j]!)));
    for (let j = 1; j < n; j++) expect(re[j]! - re[j - 1]!).toBeGreaterThanOrEqual(-n * close);
  });
});

describe.each<[string, number, (i: number, j: number) => number]>([
  ["two parts that are joined", 40, (i, j) => (i < 20 === j < 20 ? 0 : 1)],
  ["(i² + j) mod 13", 82, (i, j) => (i * i + j) % 13],
  ["(3i + 5j) mod 7 − 3", 77, (i, j) => ((3 * i + 5 * j) % 7) - 3],
  ["(7i + 13j) mod 11 − 5", 122, (i, j) => ((7 * i + 13 * j) % 11) - 5],
])("low rank: %s", (_name, n, entry) => {
  const data = Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n));
  const A = new Matrix(n, n, data);

  test("the iteration ends, and the eigenvalues add up to the trace", () => {
    const { re, im } = eigvals(A);
    const [sum, trace] = [re, diagonal(A)].map((x) => x.reduce((s, entry) => s + entry, 0));
    expect(Math.abs(sum! - trace!)).toBeLessThan(1e-12 * norm(A));
    expect(im.reduce((s, part) => s + part, 0)).toBe(0);
    expect(residuals(A, eig(A)).residual).toBeLessThan(10 * precision(n) * norm(A));
  });
});

test("scaling brings small eigenvalues out", () => {
  const A = Matrix.fromRows([
    [1, 1e200],
    [1e-200, 3],
  ]);
  const root = Math.SQRT2;
  expect(relativeError(eigvals(A).re, [2 - root, 2 + root])).toBeLessThan(1e-15);
  // Where scaling would spoil the vectors (Watkins 2006), it is left out.
  const noisy = Matrix.fromRows([
    [1, 1, 1, 1],
    [1, 2, 1, 1],
    [1e-17, 1, 3, 1],
    [1e-17, 1e-17, 1e-17, 4],
  ]);
  expect(residuals(noisy, eig(noisy)).residual).toBeLessThan(1e-14);
});

test.each(sizes)("a symmetric matrix gives what eigh gives, size %i", (n) => {
  const A = symmetricPart(randomMatrix(n, n));
  const [general, symmetric] = [eig(A), eigh(A)];
  expect(general.im.every((entry) => entry === 0)).toBe(true);
  expect(relativeError(general.re, symmetric.values)).toBeLessThan(1e-13);
  expect(relativeError(general.vectors.re.data, symmetric.vectors.data)).toBeLessThan(1e-11);
});

test("tangents keep real eigenvalues real, pairs conjugate, and norms", () => {
  const A = Matrix.fromRows([
    [0.3, 2, 0.3],
    [-1.5, 0.2, 1.1],
    [0.7, -0.4, -1.5],
  ]);
  const outputs = eig.rule.apply([A], undefined) as [Float64Array, Float64Array, Matrix, Matrix];
  const pushed = eig.rule.pushforward([randomMatrix(3, 3)], [A], outputs, undefined);
  const [re, im, dre, dim] = pushed as typeof outputs;
  expect(outputs[1].map(Math.sign)).toEqual(Float64Array.of(0, 1, -1));
  expect(im[0]).toBe(0);
  expect(re[1]).toBeCloseTo(re[2]!, 14);
  expect(im[1]).toBeCloseTo(-im[2]!, 14);
  for (let j = 0; j < 3; j++) {
    let change = 0;
    for (let i = 0; i < 3; i++) {
      change += outputs[2].at(i, j) * dre.at(i, j) + outputs[3].at(i, j) * dim.at(i, j);
      if (j === 0) expect(dim.at(i, j)).toBe(0);
    }
    expect(change).toBeCloseTo(0, 14);
  }
});

test("tangents keep that entry real which is, where others are as large but for rounding", () => {
  for (let k = 0; k < 40; k++) {
    const [c, d] = [3 * Math.sin(1.37 * k), 1 + 4 * Math.abs(Math.cos(2.1 * k))];
    // The vectors are (√p, ±i√q), p/q = 0.81, up to phase.
    const [p, q] = [0.81 * d, d];
    const A = Matrix.fromRows([
      [c, p],
      [-q, c],
    ]);
    const outputs = eig.rule.apply([A], undefined) as [Float64Array, Float64Array, Matrix, Matrix];
    const direction = Matrix.fromRows([
      [0.3, 1],
      [-0.5, 0.3],
    ]);
    const pushed = eig.rule.pushforward([direction], [A], outputs, undefined);
    const [, , dre, dim] = pushed as typeof outputs;
    const [, , re, im] = outputs;
    const change = (q - 0.5 * p) / (p + q) ** 2 / 2;
    for (const j of [0, 1]) {
      const squares = [0, 1].map((i) => re.at(i, j) * dre.at(i, j) + im.at(i, j) * dim.at(i, j));
      expect(squares[0]).toBeCloseTo(change, 14);
      expect(squares[1]).toBeCloseTo(-change, 14);
      const lead = im.at(0, j) === 0 ? 0 : 1;
      expect(dim.at(lead, j)).toBeCloseTo(0, 14);
    }
  }
});

test("a diagonal matrix is taken as it stands", () => {
  const { re, vectors } = eig(diagonalMatrix(Float64Array.of(3, -1, 2)));
  expect(re).toEqual(Float64Array.of(-1, 2, 3));
  expect(vectors.re.toJSON()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ]);
});
