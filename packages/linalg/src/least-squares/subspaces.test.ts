import { DomainError, Matrix, ShapeError, add, shapeOf, sub } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  kahan,
  randomMatrix,
  relativeError,
  sizes,
  vandermonde,
} from "../../test-support/matrices.ts";
import { alongProduct, productTangent } from "../../test-support/rank-path.ts";
import { entries, inner, plainRule } from "../../test-support/rules.ts";
import {
  columnSpace,
  identity,
  lstsq,
  matmul,
  norm,
  nullSpace,
  pinv,
  qr,
  qrPivoted,
  rank,
  transpose,
  transposedTimes,
} from "../index.ts";

describe.each([
  ["nullSpace", nullSpace],
  ["columnSpace", columnSpace],
])("wrong operands of %s", (name, f) => {
  test("no matrix, NaN, a tolerance that is no number", () => {
    // What a program that is not type-checked may pass.
    const x: unknown = Float64Array.of(1);
    expect(() => f(x as Matrix)).toThrow(ShapeError);
    expect(() => f(x as Matrix)).toThrow(`${name}: expected a matrix, got a vector of 1`);
    expect(() => f(Matrix.fromRows([[NaN]]))).toThrow(DomainError);
    expect(() => f(Matrix.fromRows([[NaN]]))).toThrow(`${name}: expected a matrix of finite`);
    expect(() => f(hilbert(2), { tolerance: NaN })).toThrow(`${name}: expected { tolerance }`);
  });
});

test("the derivative where a tolerance cuts into the data", () => {
  const A = Matrix.fromRows([
    [1, 0],
    [0, 1e-4],
  ]);
  const { value, tangent, adjoint } = plainRule(nullSpace.rule, 1);
  expect(() => tangent([A], [A])).toThrow(DomainError);
  expect(() => adjoint?.([A], value([A]))).toThrow(
    "nullSpace: expected a matrix of rank 1 up to rounding to differentiate, got a 2×2 matrix of which 0.00010 was left out",
  );
});

const product = (m: number, r: number, n: number): Matrix =>
  matmul(randomMatrix(m, r, 3), randomMatrix(r, n, 4));

const matrices: readonly Matrix[] = [
  ...sizes.flatMap((n) => [
    randomMatrix(n, n),
    randomMatrix(n, 2 * n + 1),
    randomMatrix(2 * n + 1, n),
  ]),
  product(9, 3, 5),
  product(5, 2, 9),
  product(70, 20, 60),
  hilbert(14),
  vandermonde(20, 30),
  graded(8, 12, 1e-150, "rows"),
  graded(8, 12, 1e150, "both"),
  new Matrix(3, 5),
  new Matrix(0, 3),
  new Matrix(3, 0),
];

test.each(matrices)("an orthonormal basis of what A annihilates, and one of its range, %#", (A) => {
  const [N, Q, r] = [nullSpace(A), columnSpace(A), rank(A)];
  const tolerance = 10 * Math.max(A.rows, A.cols, 1) * Number.EPSILON;
  const size = Math.max(0, ...A.data.map(Math.abs));
  expect([N.shape, Q.shape]).toEqual([
    [A.cols, A.cols - r],
    [A.rows, r],
  ]);
  for (const basis of [N, Q]) {
    const gram = transposedTimes(basis, basis);
    expect(relativeError(gram.data, identity(gram.rows).data)).toBeLessThan(tolerance);
  }
  const image = matmul(A, N).data.map((entry) => entry / (size || 1));
  expect(Math.max(0, ...image.map(Math.abs))).toBeLessThan(10 * tolerance);
  const again = matmul(Q, transposedTimes(Q, A)).data;
  expect(
    relativeError(
      again.map((entry) => entry / (size || 1)),
      A.data.map((entry) => entry / (size || 1)),
    ),
  ).toBeLessThan(10 * tolerance);
});

test("the null space of A·x is that of any equations of the same meaning", () => {
  const A = randomMatrix(3, 6);
  const same = matmul(randomMatrix(3, 3), A);
  expect(relativeError(nullSpace(same).data, nullSpace(A).data)).toBeLessThan(1e-13);
});

test.each([1, 2, 3, 4, 5, 6])("certain rows of it, in order, are lower triangular, %i", (seed) => {
  const A = randomMatrix(3, 8, seed);
  const { value } = plainRule(nullSpace.rule, 3);
  const [basis, rows] = value([A]);
  // A basis, and the numbers of its rows.
  const [N, numbers] = [basis as Matrix, rows as Float64Array];
  expect(numbers).toEqual(numbers.toSorted());
  numbers.forEach((row, i) => {
    expect(N.at(row, i)).toBeGreaterThan(0.05);
    for (let j = i + 1; j < 5; j++) expect(Math.abs(N.at(row, j))).toBeLessThan(1e-15);
  });
});

test("of independent columns the range has the basis that qr gives it", () => {
  const A = randomMatrix(6, 3);
  expect(columnSpace(A)).toEqual(qr(A).Q);
  expect(columnSpace(transpose(A))).toEqual(identity(3));
  expect(nullSpace(new Matrix(2, 3))).toEqual(identity(3));
});

test("rows of equal length change no place when rounding moves them", () => {
  const laplacian = Matrix.fromRows([
    [2, -1, -1],
    [-1, 2, -1],
    [-1, -1, 2],
  ]);
  const kernel = nullSpace(laplacian);
  expect(
    relativeError(
      kernel.data,
      [1, 1, 1].map((x) => x / Math.sqrt(3)),
    ),
  ).toBeLessThan(1e-15);
  for (let seed = 1; seed < 20; seed++) {
    const noise = randomMatrix(1, 4, seed).data.map((entry) => 1e-9 * entry);
    const A = add(Matrix.fromRows([[1, 1, -1, 1]]), new Matrix(1, 4, noise));
    const still = nullSpace(Matrix.fromRows([[1, 1, -1, 1]]));
    expect(relativeError(nullSpace(A).data, still.data)).toBeLessThan(1e-8);
  }
});

describe.each([
  [5, 2, 4],
  [3, 1, 5],
  [4, 3, 4],
  [2, 2, 4],
])("derivatives of the null space of a %i×… matrix of rank %i with %i columns", (m, r, n) => {
  const factors: [Matrix, Matrix] = [randomMatrix(m, r, 3), randomMatrix(r, n, 4)];
  const directions: [Matrix, Matrix] = [randomMatrix(m, r, 5), randomMatrix(r, n, 6)];
  const A = matmul(...factors);
  const { value, tangent, adjoint } = plainRule(nullSpace.rule, r);

  test("the tangent is the limit of differences along that rank", () => {
    const differences = alongProduct((A) => value([A]), factors, directions);
    const exact = entries(tangent([A], [productTangent(factors, directions)]));
    expect(relativeError(differences, exact)).toBeLessThan(1e-9);
  });

  test("the adjoint is the transpose", () => {
    const [dA, bar] = [randomMatrix(m, n, 9), randomMatrix(n, n - r, 11)];
    const bars = [bar, new Float64Array(n - r)];
    const forward = inner(bars, tangent([A], [dA]));
    const back = inner(adjoint?.([A], bars) ?? [], [dA]);
    expect(Math.abs(forward - back)).toBeLessThan(1e-12 * Math.max(1, Math.abs(forward)));
  });
});

test("their operand stays as it was", () => {
  const A = product(5, 2, 9);
  nullSpace(A);
  columnSpace(A);
  expect(A.data).toEqual(product(5, 2, 9).data);
});

test.each([
  [0, 0],
  [0, 3],
  [3, 0],
])("the rules hold for a %i×%i matrix", (m, n) => {
  const A = new Matrix(m, n);
  const rules = [
    plainRule(qr.rule, undefined),
    plainRule(qrPivoted.rule, undefined),
    plainRule(pinv.rule, 0),
    plainRule(nullSpace.rule, 0),
  ];
  for (const { value, tangent, adjoint } of rules) {
    const outputs = value([A]);
    expect(tangent([A], [A]).map(shapeOf)).toEqual(outputs.map(shapeOf));
    expect(adjoint?.([A], outputs).map(shapeOf)).toEqual([[m, n]]);
  }
  const b = new Float64Array(m).fill(2);
  const { value, tangent, adjoint } = plainRule(lstsq.rule, { rank: 0, transposed: false });
  expect(value([A, b])).toEqual([new Float64Array(n)]);
  expect(tangent([A, b], [A, b])).toEqual([new Float64Array(n)]);
  expect(adjoint?.([A, b], [new Float64Array(n)]).map(shapeOf)).toEqual([[m, n], [m]]);
});

test.each([vandermonde(64, 200), kahan(200, 1.2), hilbert(40)])(
  "a range that is nearly smaller is spanned up to 100 times the rounding, %#",
  (A) => {
    const C = columnSpace(A);
    const left = sub(A, matmul(C, transposedTimes(C, A)));
    const rounding = Math.max(A.rows, A.cols) * Number.EPSILON * norm(A, 2);
    expect(norm(left, 2)).toBeLessThan(100 * rounding);
  },
);
