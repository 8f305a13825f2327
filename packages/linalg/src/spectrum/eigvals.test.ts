import { Matrix } from "@jacobian/core";
import { expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { companion } from "../../test-support/spectra.ts";
import { det, eigh, eigvals, matmul, trace, transpose } from "../index.ts";

test("where real parts agree, imaginary parts order", () => {
  const rotation = (w: number) => [
    [0, w],
    [-w, 0],
  ];
  const A = new Matrix(7, 7);
  [3, 1, 2].forEach((w, k) => {
    rotation(w).forEach((row, i) => {
      row.forEach((entry, j) => (A.data[(2 * k + i) * 7 + 2 * k + j] = entry));
    });
  });
  const Q = eigh(randomMatrix(7, 7)).vectors;
  const { re, im } = eigvals(matmul(matmul(Q, A), transpose(Q)));
  expect(Math.max(...re.map(Math.abs))).toBeLessThan(1e-14);
  expect(relativeError(im, [0, 1, -1, 2, -2, 3, -3])).toBeLessThan(1e-14);
});

test.each([
  [[[1, 0]]],
  [
    [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
    ],
  ],
  [
    [
      [-2, 0],
      [-1, 3],
      [-1, -3],
      [0.5, 1],
      [0.5, -1],
      [1000, 0],
    ],
  ],
] as const)(
  "roots of polynomials by their companion matrices, %#",
  (roots: readonly (readonly [number, number])[]) => {
    const { re, im } = eigvals(companion(roots));
    expect(
      relativeError(
        re,
        roots.map(([x]) => x),
      ),
    ).toBeLessThan(1e-12);
    expect(
      relativeError(
        im,
        roots.map(([, y]) => y),
      ) || 0,
    ).toBeLessThan(1e-12);
  },
);

test("a triangular matrix shows its eigenvalues, however it is permuted", () => {
  const order = [3, 0, 4, 1, 2];
  const A = Matrix.fromRows(
    order.map((i) => order.map((j) => (i === j ? i : j > i ? Math.sin(i + 7 * j) : 0))),
  );
  expect(eigvals(A)).toEqual({ re: Float64Array.of(0, 1, 2, 3, 4), im: new Float64Array(5) });
});

test("rotations have the eigenvalues cos θ ± i·sin θ", () => {
  for (const angle of [1e-8, 0.3, 1.5, 3]) {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const { re, im } = eigvals(new Matrix(2, 2, Float64Array.of(c, -s, s, c)));
    expect(relativeError(re, [c, c])).toBeLessThan(1e-15);
    expect(relativeError(im, [s, -s])).toBeLessThan(1e-15);
  }
});

test.each([1, 2, 3, 7, 20])(
  "eigenvalues sum up to the trace, and multiply to det, size %i",
  (n) => {
    const A = randomMatrix(n, n);
    const { re, im } = eigvals(A);
    expect(re.reduce((sum, x) => sum + x, 0)).toBeCloseTo(trace(A), 12);
    let product = [1, 0];
    re.forEach((x, j) => {
      const [a, b] = product;
      product = [a! * x - b! * im[j]!, a! * im[j]! + b! * x];
    });
    expect(relativeError(product, [det(A), 0])).toBeLessThan(1e-11);
  },
);
