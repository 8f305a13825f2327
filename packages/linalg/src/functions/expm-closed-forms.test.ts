import { Matrix, cos, exp, sin } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { diagonalMatrix, expm, identity, matmul } from "../index.ts";

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => Matrix.fromRows(rows);
const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((x) => factor * x),
  );

test.each([0.01, 1, 10, 50, 1000])("a rotation by %d", (angle) => {
  const X = expm(
    matrixOf([
      [0, -angle],
      [angle, 0],
    ]),
  );
  const [c, s] = [cos(angle), sin(angle)];
  expect(relativeError(X.data, [c, -s, s, c])).toBeLessThan(1e-15 * Math.max(4, angle));
});

test("a nilpotent matrix has a finite series", () => {
  const N = matrixOf([
    [0, 2, 3],
    [0, 0, 4],
    [0, 0, 0],
  ]);
  expect(expm(N).toJSON()).toEqual([
    [1, 2, 7],
    [0, 1, 4],
    [0, 0, 1],
  ]);
  const full = matrixOf([
    [6, -9],
    [4, -6],
  ]);
  expect(relativeError(expm(full).data, [7, -9, 4, -5])).toBeLessThan(1e-15);
});

/** D^k expm(A)[E, …, E], by the rule. */
const along = (A: Matrix, E: Matrix, k: number): Matrix =>
  // Plain matrices give a plain matrix.
  expm.rule.apply([A, ...new Array<Matrix>(k).fill(E)], undefined)[0] as Matrix;

describe.each([1, 5, 1e3])("a chain whose ends are joined: links of %d", (s) => {
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

  // Entry (i, j) of e^(A + tE) sums t^w·s^(l − w)/l! over the walks from i to j, of length l = j − i + w·n.
  test.each([2, 3, 4, 5, 6].flatMap((n) => [1, 2, 3, 4].map((k) => [n, k] as const)))(
    "%i places, derivative %i",
    (n, k) => {
      const entries = (f: (i: number, j: number) => number): Float64Array =>
        Float64Array.from({ length: n * n }, (_, at) => f(Math.floor(at / n), at % n));
      const A = new Matrix(
        n,
        n,
        entries((i, j) => (j === i + 1 ? s : 0)),
      );
      const E = new Matrix(
        n,
        n,
        entries((i, j) => (i === n - 1 && j === 0 ? 1 : 0)),
      );
      const expected = entries((i, j) => {
        const walk = j - i + k * n;
        return (factorial(k) * s ** (walk - k)) / factorial(walk);
      });
      const size = Math.max(1, ...expected);
      along(A, E, k).data.forEach((entry, at) => {
        expect(Math.abs(entry - expected[at]!)).toBeLessThan(1e-9 * size);
      });
    },
  );
});

test("at 0 a derivative along one direction is its power, of any order", () => {
  const E = matrixOf([
    [0, -1],
    [1, 0],
  ]);
  for (let k = 1; k <= 9; k++) {
    const power = [identity(2), E, scaled(identity(2), -1), scaled(E, -1)][k % 4]!;
    expect(relativeError(along(new Matrix(2, 2), E, k).data, power.data)).toBeLessThan(1e-14);
  }
});

test("a Jordan block", () => {
  const e = Math.exp(-30.5);
  const X = expm(
    matrixOf([
      [-30.5, 1, 0],
      [0, -30.5, 1],
      [0, 0, -30.5],
    ]),
  );
  expect(relativeError(X.data, [e, e, e / 2, 0, e, e, 0, 0, e])).toBeLessThan(2e-15);
});

test("a diagonal matrix, entry by entry", () => {
  const x = Float64Array.of(-700, -1e-9, 3, 700);
  expect(expm(diagonalMatrix(x))).toEqual(diagonalMatrix(exp(x)));
});

test("given eigenvectors", () => {
  const V = matrixOf([
    [1, 2, 0],
    [0, 1, 1],
    [1, 0, 1],
  ]);
  const inverse = scaled(
    matrixOf([
      [1, -2, 2],
      [1, 1, -1],
      [-1, 2, 1],
    ]),
    1 / 3,
  );
  const x = Float64Array.of(-3, 0.5, 2);
  const [A, X] = [x, exp(x)].map((d) => matmul(V, matmul(diagonalMatrix(d), inverse)));
  expect(relativeError(expm(A!).data, X!.data)).toBeLessThan(1e-14);
});

test("cosh and sinh, over all degrees", () => {
  for (let x = 1e-4; x < 30; x *= 1.15) {
    const X = expm(
      matrixOf([
        [0, x],
        [x, 0],
      ]),
    );
    const [c, s] = [Math.cosh(x), Math.sinh(x)];
    expect(relativeError(X.data, [c, s, s, c])).toBeLessThan(4e-15 * Math.max(1, x));
    expect(Math.abs(X.at(0, 1) / s - 1)).toBeLessThan(4e-15 * Math.max(1, x));
  }
});

test("a multiple of the identity more is a factor", () => {
  const A = randomMatrix(3, 3);
  for (const shift of [-600, -30, 30, 600]) {
    const shifted = new Matrix(
      3,
      3,
      A.data.map((x, k) => (k % 4 === 0 ? x + shift : x)),
    );
    // What A lost by the sum is not to be had back.
    const rest = new Matrix(
      3,
      3,
      shifted.data.map((x, k) => (k % 4 === 0 ? x - shift : x)),
    );
    const expected = scaled(expm(rest), Math.exp(shift));
    expect(relativeError(expm(shifted).data, expected.data)).toBeLessThan(1e-15);
  }
});

test("a shift does not overflow on the way", () => {
  const X = expm(
    matrixOf([
      [-1000, 1000],
      [1000, -1000],
    ]),
  );
  expect(relativeError(X.data, [0.5, 0.5, 0.5, 0.5])).toBeLessThan(1e-12);
});

test("powers beyond the range", () => {
  const x = -1e160;
  expect(
    expm(
      matrixOf([
        [x, 0],
        [0, 1],
      ]),
    ).toJSON(),
  ).toEqual([
    [0, 0],
    [0, Math.E],
  ]);
  expect(
    expm(
      matrixOf([
        [x, 1],
        [0, 0],
      ]),
    ).toJSON(),
  ).toEqual([
    [0, 1e-160],
    [0, 1],
  ]);
  expect(
    expm(
      matrixOf([
        [x, 1],
        [1, x],
      ]),
    ).toJSON(),
  ).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test("entries near the ends of the range", () => {
  expect(
    expm(
      matrixOf([
        [0, 1e300],
        [0, 0],
      ]),
    ).at(0, 1),
  ).toBe(1e300);
  expect(
    expm(
      matrixOf([
        [1, 1e300],
        [0, -1],
      ]),
    ).at(0, 1),
  ).toBeCloseTo(1e300 * Math.sinh(1), -287);
  const tiny = expm(
    matrixOf([
      [0, 1e-200],
      [1e-200, 0],
    ]),
  );
  expect(tiny.toJSON()).toEqual([
    [1, 1e-200],
    [1e-200, 1],
  ]);
});
