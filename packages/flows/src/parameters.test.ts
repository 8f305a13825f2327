import { entriesOf, flatten, unflatten, type Container } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  type Matrix,
  type Scalar,
  type Value,
  type Vector,
  gradient,
  hessian,
  jacobian,
  matrix,
  tanh,
  value,
} from "jacobian";
import { cloud } from "../test-support/points.ts";
import {
  affineMap,
  autoregressive,
  chain,
  coupling,
  dense,
  logLikelihood,
  multivariateNormal,
  planar,
  radial,
  standardNormal,
  tanhMap,
  transformed,
  type Distribution,
} from "./index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);
const data = cloud(2, 7, 5);

/** The likelihood of `data` as a function of the entries of some parameters, and where it is looked at. */
const family = <P extends Container>(at: P, of: (parameters: P) => Distribution) => ({
  theta: entriesOf(value(flatten("test", at))),
  loss: (theta: Vector): Scalar =>
    // The container of `at`, which holds elements where `theta` is one.
    logLikelihood(of(unflatten("test", at, theta) as P), data),
});

const flow = (map: Parameters<typeof transformed>[1]) => transformed(standardNormal(2), map);
const square = matrix([
  [1.2, 0.3],
  [-0.4, 0.8],
]);

const families = {
  "affine, a multiple of the identity": family(
    { scale: 1.5, shift: v(0.1, 0.2) },
    ({ scale, shift }) => flow(affineMap({ scale, shift })),
  ),
  "affine, diagonal": family({ scale: v(0.7, -1.2) }, ({ scale }) => flow(affineMap({ scale }))),
  "affine, triangle": family({ scale: square }, ({ scale }) =>
    flow(affineMap({ scale, triangle: "upper" })),
  ),
  "affine, full": family({ scale: square, shift: v(0.1, 0.2) }, ({ scale, shift }) =>
    flow(affineMap({ scale, shift })),
  ),
  "before a tanh": family({ scale: v(0.7, 1.2) }, ({ scale }) =>
    flow(chain(affineMap({ scale }), tanhMap, affineMap({ scale: 5 }))),
  ),
  coupling: family(
    { weights: matrix([[0.4], [-0.7]]), bias: v(0.1, 0.3), out: matrix([[0.5, 0.6]]) },
    ({ weights, bias, out }) =>
      flow(
        coupling({
          mask: [false, true],
          network: (kept: Value) => {
            const h = tanh(dense({ weights, bias }, kept));
            return {
              logScale: dense({ weights: out, bias: v(0) }, h),
              shift: dense({ weights: out, bias: v(0.2) }, h),
            };
          },
        }),
      ),
  ),
  autoregressive: family({ logScale: 0.3, shift: -0.2 }, (parameters) =>
    flow(autoregressive({ size: 2, conditioner: () => parameters })),
  ),
  planar: family({ u: v(0.3, -1.4), w: v(0.9, 0.8), b: 0.3 }, ({ u, w, b }) =>
    flow(planar({ u, w, b })),
  ),
  radial: family({ center: v(0.3, -0.4), alpha: 0.9, beta: -0.6 }, ({ center, alpha, beta }) =>
    flow(radial({ center, alpha, beta })),
  ),
  "multivariate normal": family(
    {
      mean: v(0.1, 0.2),
      covariance: matrix([
        [2, 0.4],
        [0.4, 1],
      ]),
    },
    (moments) => multivariateNormal(moments),
  ),
};

/** (4·D(h/2) − D(h))/3 of central differences D, entry by entry of the input: the columns of a Jacobian. */
const differences = (f: (x: Float64Array) => Float64Array, x: Float64Array): number[][] =>
  Array.from(x, (_, k) => {
    const central = (h: number) => {
      const [right, left] = [h, -h].map((d) => f(x.map((xi, i) => (i === k ? xi + d : xi))));
      return right!.map((y, i) => (y - left![i]!) / (2 * h));
    };
    const [coarse, fine] = [central(2e-3), central(1e-3)];
    return Array.from(fine, (y, i) => (4 * y - coarse[i]!) / 3);
  });

const expectNear = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number) => {
  expect(a).toHaveLength(b.length);
  const largest = Math.max(1, ...Array.from(b, Math.abs));
  Array.from(a, (x, k) => expect(Math.abs(x - b[k]!)).toBeLessThan(tolerance * largest));
};

describe.each(Object.entries(families))(
  "the likelihood in its parameters: %s",
  (_, { theta, loss }) => {
    const slopes = (x: Float64Array) => gradient(loss)(x);

    test("its gradient: both modes, and differences of the value", () => {
      expectNear(slopes(theta), jacobian(loss, { mode: "forward" })(theta).data, 1e-13);
      const columns = differences((x) => v(value(loss(x))), theta);
      expectNear(slopes(theta), columns.flat(), 1e-8);
    });

    test("its Hessian: forward over reverse, reverse over reverse, differences of the gradient", () => {
      const H = hessian(loss)(theta);
      const twice = jacobian((x: Vector) => gradient(loss)(x), { mode: "reverse" })(theta);
      expectNear(H.data, twice.data, 1e-12);
      expectNear(H.data, differences(slopes, theta).flat(), 1e-7);
    });
  },
);

test("the gradient comes in the container of the parameters", () => {
  const likelihood = (p: { scale: Vector; shift: Vector }) =>
    logLikelihood(flow(affineMap(p)), data);
  const { shift } = gradient(likelihood)({ scale: v(1, 2), shift: v(0, 0) });
  // d/db Σ −((x − b)/s)²/2 = Σ (x − b)/s² at b = 0.
  const totals = [0, 1].map((i) => data.data.slice(7 * i, 7 * i + 7).reduce((a, x) => a + x, 0));
  expectNear(shift, [totals[0]!, totals[1]! / 4], 1e-14);
});

test("samples are differentiable in the parameters too", () => {
  const first = (s: Scalar) => flow(affineMap({ scale: s })).sample(3, { seed: 4 });
  expect([...jacobian(first)(2).data]).toEqual([...(first(1) as Matrix).data]);
});
