import {
  type Plain,
  DomainError,
  Matrix,
  ShapeError,
  SingularMatrixError,
  entriesOf,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  randomMatrix,
  randomVector,
  relativeError,
  sizes,
  vandermonde,
} from "../../test-support/matrices.ts";
import { entries, inner, plainRule } from "../../test-support/rules.ts";
import { alongProduct, productTangent } from "../../test-support/rank-path.ts";
import {
  type RankOptions,
  lstsq,
  matmul,
  nullSpace,
  rank,
  solve,
  transposedTimes,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Matrix => operand as Matrix;
const options = (given: unknown): RankOptions => given as RankOptions;

const A = randomMatrix(5, 3);
const b = randomVector(5, 2);

describe("wrong operands", () => {
  test.each<[string, () => unknown, string]>([
    [
      "rows of b",
      () => lstsq(A, randomVector(3)),
      "lstsq: expected a matrix, and a vector or matrix with as many rows, got a 5×3 matrix and a vector of 3; give one equation for each row",
    ],
    ["rows of B", () => lstsq(A, randomMatrix(3, 5)), "got a 5×3 matrix and a 3×5 matrix"],
    ["a scalar b", () => lstsq(A, wrong(1)), "got a 5×3 matrix and a scalar"],
    ["a vector A", () => lstsq(wrong(b), b), "got a vector of 5 and a vector of 5"],
    ["a list", () => lstsq(A, wrong([1])), "lstsq: expected a number, Float64Array, Matrix"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each([NaN, Infinity])("a matrix with %d", (entry) => {
    const A = Matrix.fromRows([[1], [entry]]);
    expect(() => lstsq(A, randomVector(2))).toThrow(DomainError);
    expect(() => lstsq(A, randomVector(2))).toThrow(
      `lstsq: expected a matrix of finite numbers, got ${entry} in row 1, column 0`,
    );
  });

  test.each([
    [{ tolerance: NaN }, "NaN"],
    [{ tolerance: -1e-9 }, "-1e-9"],
    [{ tolerance: 1 }, "1"],
    [{ tolerance: "small" }, '"small"'],
  ])("options %o", (given, shown) => {
    expect(() => lstsq(A, b, options(given))).toThrow(DomainError);
    expect(() => lstsq(A, b, options(given))).toThrow(
      `lstsq: expected { tolerance } with 0 ≤ tolerance < 1, got ${shown}; it is relative to the longest column`,
    );
  });

  test("a solution out of range", () => {
    const refuse = () => lstsq(Matrix.fromRows([[1e-310], [0]]), Float64Array.of(1, 0));
    expect(refuse).toThrow(SingularMatrixError);
    expect(refuse).toThrow(
      "lstsq: expected a problem whose solution is in the range of float64, got a 2×1 matrix of entries up to 1.0e-310; scale it up",
    );
  });
});

const shapes = sizes.flatMap((n): [number, number][] => [
  [n, n],
  [n, 2 * n + 1],
  [2 * n + 1, n],
]);

const product = (m: number, r: number, n: number): Matrix =>
  matmul(randomMatrix(m, r, 3), randomMatrix(r, n, 4));

const problems: readonly Matrix[] = [
  ...shapes.map(([m, n]) => randomMatrix(m, n)),
  product(7, 3, 5),
  product(5, 2, 9),
  product(70, 20, 60),
  vandermonde(40, 8),
  graded(9, 4, 1e-6, "columns"),
  new Matrix(4, 3),
  Matrix.fromRows([
    [1, 1],
    [1, 1],
  ]),
];

test.each(problems)("the residual is normal to the columns, and x to the null space, %#", (A) => {
  const b = randomVector(A.rows, 5);
  const x = lstsq(A, b);
  const fit = matmul(A, x);
  const size = Math.max(1, ...x.map(Math.abs));
  const residual = b.map((entry, i) => entry - (fit[i] ?? NaN));
  const normal = transposedTimes(A, residual);
  const along = transposedTimes(nullSpace(A), x);
  expect(Math.max(0, ...normal.map(Math.abs))).toBeLessThan(1e-12 * size);
  expect(Math.max(0, ...along.map(Math.abs))).toBeLessThan(1e-13 * size);
});

test("a matrix is solved column by column", () => {
  const B = randomMatrix(5, 2);
  const X = lstsq(A, B);
  expect(X.shape).toEqual([3, 2]);
  for (let j = 0; j < 2; j++) {
    const b = Float64Array.from({ length: 5 }, (_, i) => B.at(i, j));
    const x = Array.from({ length: 3 }, (_, i) => X.at(i, j));
    expect(relativeError(lstsq(A, b), x)).toBeLessThan(1e-14);
  }
});

test("of an invertible matrix it is solve", () => {
  const [A, b] = [randomMatrix(7, 7), randomVector(7)];
  expect(relativeError(lstsq(A, b), solve(A, b))).toBeLessThan(1e-12);
});

test("an ill-conditioned problem has a small backward error", () => {
  const A = hilbert(8);
  const b = matmul(A, randomVector(8));
  const fit = matmul(A, lstsq(A, b));
  expect(relativeError(fit, b)).toBeLessThan(10 * 8 * Number.EPSILON * 10);
});

test("the shortest of all solutions", () => {
  const ones = Matrix.fromRows([
    [1, 1],
    [1, 1],
  ]);
  expect(relativeError(lstsq(ones, Float64Array.of(1, 3)), [1, 1])).toBeLessThan(1e-15);
});

test("a tolerance says what counts as independent", () => {
  const A = Matrix.fromRows([
    [1, 0],
    [0, 1e-4],
  ]);
  expect(lstsq(A, Float64Array.of(1, 1))[1]).toBeCloseTo(1e4, 8);
  expect(lstsq(A, Float64Array.of(1, 1), { tolerance: 1e-3 })).toEqual(Float64Array.of(1, 0));
});

test.each([1e-300, 1e-150, 1e150, 1e300])("A and b near %d", (unit) => {
  const scaled = new Matrix(
    5,
    3,
    A.data.map((entry) => entry * unit),
  );
  const far = b.map((entry) => entry * unit);
  expect(relativeError(lstsq(scaled, far), lstsq(A, b))).toBeLessThan(1e-13);
});

test("NaN on the right-hand side travels on", () => {
  expect(lstsq(A, Float64Array.of(1, NaN, 0, 0, 0)).every(Number.isNaN)).toBe(true);
});

test("what is remembered of a matrix follows what is written into it", () => {
  const A = Matrix.fromRows([[2], [0]]);
  const b = Float64Array.of(2, 8);
  expect(lstsq(A, b)).toEqual(Float64Array.of(1));
  A.data.set([0, 4]);
  expect(relativeError(lstsq(A, b), [2])).toBeLessThan(1e-15);
  expect(rank(A)).toBe(1);
  expect(lstsq(new Matrix(1, 2, A.data), Float64Array.of(8))).toEqual(Float64Array.of(0, 2));
});

test("a rank that was given is not taken for one that was decided", () => {
  const A = randomMatrix(4, 3, 99);
  lstsq.rule.apply([A, randomVector(4)], { rank: 1, transposed: false });
  expect(rank(A)).toBe(3);
});

test("its operands stay as they were", () => {
  const [A, b] = [product(7, 3, 5), randomVector(7)];
  lstsq(A, b);
  expect(A.data).toEqual(product(7, 3, 5).data);
  expect(b).toEqual(randomVector(7));
});

describe.each([false, true])("derivatives at a lower rank, transposed: %o", (transposed) => {
  const which = { rank: 2, transposed };
  const { value, tangent, adjoint } = plainRule(lstsq.rule, which);
  const [m, n] = transposed ? [4, 5] : [5, 4];
  const factors: [Matrix, Matrix] = [randomMatrix(5, 2, 3), randomMatrix(2, 4, 4)];
  const directions: [Matrix, Matrix] = [randomMatrix(5, 2, 5), randomMatrix(2, 4, 6)];
  const A = matmul(...factors);
  const sides: [Plain, Plain][] = [
    [randomVector(m, 7), randomVector(m, 8)],
    [randomMatrix(m, 2, 7), randomMatrix(m, 2, 8)],
  ];

  test.each(sides)("the tangent is the limit of differences along that rank, %#", (b, db) => {
    const differences = alongProduct((A, b) => value([A, b]), factors, directions, b, db);
    const exact = entries(tangent([A, b], [productTangent(factors, directions), db]));
    expect(relativeError(differences, exact)).toBeLessThan(1e-9);
  });

  test.each(sides)("the adjoint is the transpose, %#", (b, db) => {
    const dA = randomMatrix(5, 4, 9);
    const bars = value([A, b]).map((x) =>
      x instanceof Matrix ? randomMatrix(x.rows, x.cols, 11) : randomVector(n, 11),
    );
    const forward = inner(bars, tangent([A, b], [dA, db]));
    const back = inner(adjoint?.([A, b], bars) ?? [], [dA, db]);
    expect(Math.abs(forward - back)).toBeLessThan(1e-12 * Math.max(1, Math.abs(forward)));
    expect(entriesOf(db)).toHaveLength(entriesOf(b).length);
  });
});

test("a tolerance that cuts into the data has a value but no derivative", () => {
  const A = Matrix.fromRows([
    [1, 0],
    [0, 1e-4],
  ]);
  const { value, tangent, adjoint } = plainRule(lstsq.rule, { rank: 1, transposed: false });
  const b = Float64Array.of(1, 1);
  const still = new Matrix(2, 2);
  expect(tangent([A, b], [still, b])).toEqual(value([A, b]));
  expect(value([A, b])).toEqual([Float64Array.of(1, 0)]);
  for (const derivative of [() => tangent([A, b], [A, b]), () => adjoint?.([A, b], [b])]) {
    expect(derivative).toThrow(DomainError);
    expect(derivative).toThrow(
      "lstsq: expected a matrix of rank 1 up to rounding to differentiate, got a 2×2 matrix of which 0.00010 was left out",
    );
  }
});
