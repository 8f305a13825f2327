import {
  chain,
  deltaMethod,
  expMap,
  planar,
  radial,
  standardNormal,
  tanhMap,
  transformed,
} from "@jacobian/flows";
import {
  add,
  det,
  entriesOf,
  identity,
  integrate,
  jacobian,
  logAbsDet,
  matmul,
  matrix,
  Matrix,
  mul,
  outer,
  value,
  vector,
  type Scalar,
  type Vector,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const fold = planar({ u: Float64Array.of(1, -2), w: Float64Array.of(0.5, 1), b: 0.3 });
/** Mean and covariance of finitely many points, each as likely as the others. */
const momentsOf = (points: readonly (readonly number[])[]) => {
  const share = 1 / points.length;
  const d = points[0]!.length;
  const mean = Float64Array.from({ length: d }, (_, i) =>
    points.reduce((total, x) => total + share * x[i]!, 0),
  );
  const covariance = points
    .map((x) => Float64Array.from(x, (entry, i) => entry - mean[i]!))
    .reduce((total, x) => add(total, mul(share, outer(x, x))), new Matrix(d, d));
  return { mean, covariance };
};

const swell = radial({ center: Float64Array.of(0.2, -0.4), alpha: 0.3, beta: 1 });

await testPage(import.meta.url, {
  density: () => {
    // A density again: its integral is 1, and that up to a bound is the share of z below its preimage.
    const X = transformed(standardNormal(1), chain(tanhMap, expMap));
    const density = (x: Scalar): Scalar => X.density(vector([x]));
    const [low, high] = [Math.exp(-1), Math.E];
    expect(integrate(density, [low, high], { tolerance: 1e-6 }).value).toBeCloseTo(1, 5);
    const below = integrate(density, [low, 1], { tolerance: 1e-6 }).value;
    // x ≤ 1 exactly where tanh z ≤ 0, half of all z.
    expect(below).toBeCloseTo(0.5, 5);
  },
  "sum-of-logarithms": () => {
    const z = Float64Array.of(0.7, -0.2);
    const both = chain(fold, swell);
    const sum = value(fold.logAbsDet(z)) + value(swell.logAbsDet(fold.forward(z)));
    expect(value(both.logAbsDet(z))).toBeCloseTo(sum, 13);
    const whole = jacobian((p: Vector) => both.forward(p))(z);
    expect(sum).toBeCloseTo(value(logAbsDet(whole).logAbsDet), 12);
  },
  "determinant-lemma": () => {
    const [u, w] = [Float64Array.of(1, -2, 0.4), Float64Array.of(0.5, 1, 3)];
    const byMatrix = value(det(add(identity(3), outer(u, w))));
    expect(byMatrix).toBeCloseTo(1 + u[0]! * w[0]! + u[1]! * w[1]! + u[2]! * w[2]!, 13);
  },
  "delta-method": () => {
    // Of x², whose moments are known for a normal x: mean μ² + σ², variance 4μ²σ² + 2σ⁴.
    const [mu, sigma] = [3, 0.01];
    const moments = { mean: Float64Array.of(mu), covariance: mul(sigma ** 2, identity(1)) };
    const { mean, covariance } = deltaMethod((x) => mul(x, x))(moments);
    const variance = entriesOf(value(covariance))[0]!;
    // The mean leaves out ½·tr(H·Σ), which is σ².
    expect((mu ** 2 + sigma ** 2 - entriesOf(value(mean))[0]!) / sigma ** 2).toBeCloseTo(1, 8);
    expect(variance).toBeCloseTo(4 * mu ** 2 * sigma ** 2, 14);
    expect(Math.abs(variance - (4 * mu ** 2 * sigma ** 2 + 2 * sigma ** 4))).toBeLessThan(
      3 * sigma ** 4,
    );
    // Of an affine map exactly, and in this order of the factors: from 2 to 3 dimensions, by the moments of four points.
    const points = [
      [3, 1],
      [-1, 1],
      [0, -4],
      [-2, 2],
    ] as const;
    const A = matrix([
      [1, 2],
      [0, -1],
      [3, 1],
    ]);
    const affine = (x: Vector) => add(matmul(A, x), Float64Array.of(1, 0, -2));
    const before = momentsOf(points);
    const after = momentsOf(points.map((x) => [...entriesOf(value(affine(vector(x))))]));
    const carried = deltaMethod(affine)(before);
    after.mean.forEach((m, k) => expect(entriesOf(value(carried.mean))[k]).toBeCloseTo(m, 13));
    const spread = entriesOf(value(carried.covariance));
    after.covariance.data.forEach((c, k) => expect(spread[k]).toBeCloseTo(c, 13));
  },
});
