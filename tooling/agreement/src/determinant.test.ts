import { type MatrixValue, type Scalar, Matrix, cos, matrix } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import { det, diagonalMatrix, solve } from "@jacobian/linalg";
import * as tape from "@jacobian/tape";
import { describe, expect, test } from "vitest";
import { along, derivatives } from "./determinant-lines.ts";

/** The matrix of entries f(k), row by row. */
const tabulated = (n: number, f: (k: number) => number): Matrix =>
  new Matrix(
    n,
    n,
    Float64Array.from({ length: n * n }, (_, k) => f(k)),
  );

/** Entries as far apart as those of a random matrix. */
const A5 = tabulated(5, (k) => cos(k * k));
/** Its first two rows differ by 1e-7·j only. */
const near = tabulated(5, (k) => (k < 5 ? Math.sin((k + 5) ** 2) + 1e-7 * k : Math.sin(k * k)));

const lines: readonly (readonly [string, Matrix, Matrix])[] = [
  [
    "2×2",
    matrix([
      [1, 1],
      [1, 1 + 1e-7],
    ]),
    matrix([
      [0.3, 0.1],
      [-0.2, 0.7],
    ]),
  ],
  [
    "3×3",
    matrix([
      [1, 1, 0],
      [1, 1 + 1e-7, 0.5],
      [0.3, 0.3, 1],
    ]),
    matrix([
      [0.3, 0.1, 0.2],
      [-0.2, 0.7, 0.5],
      [0.4, 0.1, -0.9],
    ]),
  ],
  ["5×5", near, A5],
];

/** The derivatives at 0 of the polynomial of degree n that f is, from its values at whole numbers. */
const interpolated = (f: (t: number) => number, n: number): number[] => {
  // Newton's divided differences, then Horner's scheme turns them into powers of t.
  const nodes = Array.from({ length: n + 1 }, (_, k) => k - Math.floor(n / 2));
  const differences = nodes.map(f);
  for (let order = 1; order <= n; order++) {
    for (let k = n; k >= order; k--) {
      differences[k] = ((differences[k] ?? NaN) - (differences[k - 1] ?? NaN)) / order;
    }
  }
  let powers: number[] = [];
  for (let k = n; k >= 0; k--) {
    const node = nodes[k] ?? NaN;
    const shifted = [0, ...powers];
    powers = shifted.map((p, i) => p - node * (powers[i] ?? 0));
    powers[0] = (powers[0] ?? 0) + (differences[k] ?? NaN);
  }
  let factorial = 1;
  return powers.map((p, k) => p * (factorial *= Math.max(k, 1)));
};

describe("a determinant along a line is a polynomial, near singular matrices too", () => {
  test.each(lines)("%s", (_, A, B) => {
    const n = A.rows;
    const f = along(A, B);
    const expected = [...interpolated((t) => Number(f(t)), n), 0, 0];
    const scale = Math.max(...expected.map(Math.abs));
    derivatives(f, n + 3).forEach((got, k) => {
      expect(Math.abs(got - (expected[k] ?? NaN)), `order ${k}`).toBeLessThan(1e-10 * scale);
    });
  });
});

test("det has a gradient where a product of all pivots leaves the range", () => {
  const by = (entry: number, n: number): Matrix => diagonalMatrix(new Float64Array(n).fill(entry));
  const volume = (A: MatrixValue): Scalar => det(A);
  for (const { gradient } of [dual, tape]) {
    expect(gradient(volume)(by(1e-160, 2))).toEqual(by(1e-160, 2));
    expect(gradient(volume)(by(1e200, 2))).toEqual(by(1e200, 2));
    expect(gradient(volume)(by(1e-110, 3)).at(2, 2)).toBeCloseTo(1e-220, 230);
  }
});

test("NaN on the right-hand side of a constant system stays in its own equation", () => {
  const b = Float64Array.of(NaN, 1);
  const I = diagonalMatrix(Float64Array.of(1, 1));
  const expected = [
    [1, 0],
    [0, 1],
  ];
  for (const { jacobian } of [dual, tape]) {
    expect(jacobian((b: Float64Array) => solve(I, b))(b).toJSON()).toEqual(expected);
  }
});
