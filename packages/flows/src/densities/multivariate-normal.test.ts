import { describe, expect, test } from "vitest";
import {
  Matrix,
  add,
  at,
  det,
  exp,
  hessian,
  inv,
  matmul,
  mul,
  sin,
  square,
  timesTransposed,
  trace,
  transpose,
  value,
  vector,
  type MatrixValue,
  type Vector,
} from "jacobian";
import { point } from "../../test-support/points.ts";
import { integral } from "../../test-support/quadrature.ts";
import { affineMap, deltaMethod, expMap, multivariateNormal, transformed } from "../index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);
const covariance = Matrix.fromRows([
  [0.5, 0.2],
  [0.2, 0.3],
]);
const X = multivariateNormal({ mean: v(0.4, -0.3), covariance });

/** The density as books write it, with the inverse and the determinant of Σ. */
const byTheBook = (x: Float64Array, mean: Float64Array, S: Matrix): number => {
  const from = x.map((xi, i) => xi - mean[i]!);
  const form = matmul(inv(S), from).reduce((total, y, i) => total + y * from[i]!, 0);
  return Math.exp(-form / 2) / Math.sqrt((2 * Math.PI) ** x.length * det(S));
};

/** Mean and covariance of the columns of a matrix. */
const empirical = (S: Matrix) => {
  const mean = v(...Array.from({ length: S.rows }, (_, i) => average(S.toJSON()[i]!)));
  const rows = S.toJSON().map((row, i) => row.map((x) => x - mean[i]!));
  return {
    mean,
    covariance: rows.map((a) => rows.map((b) => average(a.map((x, k) => x * b[k]!)))),
  };
};

const average = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;

/** Entry (i, j) of a matrix that is plain. */
const entry = (A: MatrixValue, i: number, j: number): number => value(at(A, i, j));

describe("multivariate normal", () => {
  test("its density is that of the books, at points and at columns of points", () => {
    const points = Matrix.fromRows([
      [0.1, 1.2, -2],
      [0.5, -0.4, 1],
    ]);
    const densities = X.density(points) as Float64Array;
    for (let j = 0; j < 3; j++) {
      const x = point(points, j);
      const wanted = byTheBook(x, v(0.4, -0.3), covariance);
      expect(densities[j]! / wanted).toBeCloseTo(1, 12);
      expect(value(X.logDensity(x))).toBeCloseTo(Math.log(wanted), 12);
    }
    expect(integral(X.density, 2, [-8, 8], 200)).toBeCloseTo(1, 12);
  });

  test("its samples have its moments", () => {
    const n = 40_000;
    const got = empirical(X.sample(n, { seed: 11 }) as Matrix);
    for (const i of [0, 1] as const) {
      expect(Math.abs(got.mean[i]! - value(at(X.mean, i)))).toBeLessThan(5 * Math.sqrt(0.5 / n));
      // A product of two coordinates has at most the variance 2·0.5².
      for (const j of [0, 1] as const)
        expect(Math.abs(got.covariance[i]![j]! - covariance.at(i, j))).toBeLessThan(
          5 * Math.sqrt(0.5 / n),
        );
    }
  });

  test("an affine map of it is normal: the change of variables and A·Σ·Aᵀ agree", () => {
    const A = Matrix.fromRows([
      [1, 2],
      [-0.5, 0.7],
    ]);
    const b = v(0.3, 0.1);
    const moved = transformed(X, affineMap({ scale: A, shift: b }));
    const image = multivariateNormal(deltaMethod((x) => add(matmul(A, x), b))(X));
    for (const x of [v(0, 0), v(1, -1), v(-2, 0.4)])
      expect(value(moved.logDensity(x))).toBeCloseTo(value(image.logDensity(x)), 12);
    const wanted = timesTransposed(matmul(A, covariance), A);
    expect(entry(image.covariance, 0, 1)).toBeCloseTo(wanted.at(0, 1), 14);
  });

  test("through exp it is log-normal: the density of the books", () => {
    const Y = transformed(X, expMap);
    const y = v(1.3, 0.6);
    const wanted = byTheBook(y.map(Math.log), v(0.4, -0.3), covariance) / (1.3 * 0.6);
    expect(value(Y.density(y)) / wanted).toBeCloseTo(1, 12);
  });
});

describe("delta method", () => {
  test("log-normal: it is the limit of the closed form for a small variance", () => {
    // E eˣ = e^(μ + s²/2), Var eˣ = (e^(s²) − 1)·e^(2μ + s²): to first order e^μ and s²·e^(2μ).
    const relative = (s: number) => {
      const moments = { mean: v(0.7), covariance: Matrix.fromRows([[s * s]]) };
      const { mean, covariance } = deltaMethod((x) => exp(x))(moments);
      const variance = Math.expm1(s * s) * Math.exp(1.4 + s * s);
      return [
        value(at(mean, 0)) / Math.exp(0.7 + (s * s) / 2) - 1,
        entry(covariance, 0, 0) / variance - 1,
      ] as const;
    };
    // The errors are s²/2 and 3s²/2, so half of s leaves a quarter of them.
    expect(relative(0.02)[0] / -(0.02 ** 2 / 2)).toBeCloseTo(1, 3);
    expect(relative(0.02)[1] / -(1.5 * 0.02 ** 2)).toBeCloseTo(1, 2);
    expect(relative(0.01)[1] / relative(0.02)[1]).toBeCloseTo(0.25, 3);
  });

  test.each([
    [
      "symmetric",
      [
        [1, 0.5],
        [-1, -0.5],
        [0.3, -2],
        [-0.3, 2],
      ],
      4,
    ],
    [
      "skew",
      [
        [2, 1],
        [-1, -0.5],
        [-1, -0.5],
        [0, 0],
      ],
      3,
    ],
  ] as const)("what it leaves out, of points that are %s about their mean", (_, offsets, order) => {
    const f = (x: Vector) => mul(exp(at(x, 0)), sin(at(x, 1)));
    const mu = v(0.4, -0.3);
    const H = hessian(f)(mu);
    /** Errors of mean and variance, and ½·tr(H·Σ), where X is one of the points μ + t·offset. */
    const errors = (t: number) => {
      const deviations = new Matrix(4, 2, v(...offsets.flat().map((each) => t * each)));
      const S = mul(0.25, matmul(transpose(deviations), deviations));
      const moments = deltaMethod((x) => vector([f(x)]))({ mean: mu, covariance: S });
      const images = offsets.map(([a, b]) => value(f(v(mu[0]! + t * a, mu[1]! + t * b))));
      const mean = average(images);
      return {
        mean: mean - value(at(moments.mean, 0)),
        variance: average(images.map((y) => (y - mean) ** 2)) - entry(moments.covariance, 0, 0),
        bending: 0.5 * value(trace(matmul(H, S))),
      };
    };
    const [wide, narrow] = [errors(2e-2), errors(1e-2)];
    expect(narrow.mean / narrow.bending).toBeCloseTo(1, 1);
    expect(wide.mean / narrow.mean).toBeCloseTo(4, 0);
    expect(Math.log2(wide.variance / narrow.variance)).toBeCloseTo(order, 1);
  });

  test("from two inputs to three outputs, beside samples", () => {
    const f = (x: Vector) => {
      const [a, b] = [at(x, 0), at(x, 1)];
      return vector([mul(a, b), sin(a), square(b)]);
    };
    const small = Matrix.fromRows(covariance.toJSON().map((row) => row.map((s) => s * 1e-4)));
    const near = multivariateNormal({ mean: v(0.4, -0.8), covariance: small });
    const { mean, covariance: S } = deltaMethod(f)(near);
    const n = 20_000;
    const Z = near.sample(n, { seed: 3 }) as Matrix;
    const images = Array.from({ length: n }, (_, j) => value(f(point(Z, j))) as Float64Array);
    const got = empirical(
      new Matrix(3, n, Float64Array.from([0, 1, 2].flatMap((i) => images.map((y) => y[i]!)))),
    );
    for (const i of [0, 1, 2]) {
      const deviation = Math.sqrt(entry(S, i, i));
      expect(Math.abs(got.mean[i]! - value(at(mean, i)))).toBeLessThan(0.05 * deviation);
      for (const j of [0, 1, 2]) {
        const scale = deviation * Math.sqrt(entry(S, j, j));
        expect(Math.abs(got.covariance[i]![j]! - entry(S, i, j))).toBeLessThan(0.05 * scale);
      }
    }
  });
});
