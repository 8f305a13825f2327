import { describe, expect, test } from "vitest";
import { Matrix, mean, mul, square, sub, tanh, value } from "jacobian";
import { integral } from "../../test-support/quadrature.ts";
import {
  affineMap,
  chain,
  coupling,
  expMap,
  invert,
  leakyReluMap,
  logLikelihood,
  permutation,
  planar,
  radial,
  sigmoidMap,
  softplusMap,
  standardNormal,
  tanhMap,
  transformed,
  uniform,
  type Bijector,
} from "../index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);

describe("a density integrates to 1", () => {
  const inOne: readonly (readonly [string, Bijector, readonly [number, number]])[] = [
    ["affine", affineMap({ scale: -1.5, shift: v(1) }), [-20, 20]],
    ["tanh", chain(affineMap({ scale: 0.5 }), tanhMap), [-1, 1]],
    ["sigmoid", chain(affineMap({ scale: 0.5 }), sigmoidMap), [0, 1]],
    ["planar", planar({ u: v(-0.5), w: v(1.2), b: 0.4 }), [-20, 20]],
  ];

  test.each(inOne)("on the line: %s", (_, map, ends) => {
    const X = transformed(standardNormal(1), map);
    expect(integral(X.density, 1, ends, 4000)).toBeCloseTo(1, 12);
  });

  // At 0 these are not smooth: all derivatives of the first two are flat there, that of the third jumps.
  const onRays: readonly (readonly [string, Bijector, readonly [number, number], number])[] = [
    ["exp", expMap, [0, 400], 6],
    ["softplus", softplusMap, [0, 12], 6],
    ["leaky relu", leakyReluMap(0.3), [-12, 12], 5],
    ["radial", radial({ center: v(0), alpha: 0.3, beta: 2 }), [-20, 20], 5],
  ];

  test.each(onRays)("with an edge: %s", (_, map, ends, digits) => {
    const X = transformed(standardNormal(1), map);
    expect(integral(X.density, 1, ends, 40_000)).toBeCloseTo(1, digits);
  });

  const bent = coupling({
    mask: [true, false],
    network: (x) => ({ logScale: mul(0.5, tanh(x)), shift: mul(0.5, square(x)) }),
  });
  const inTwo: readonly (readonly [string, Bijector])[] = [
    [
      "affine",
      affineMap({
        scale: Matrix.fromRows([
          [1, 0.5],
          [-0.3, 0.8],
        ]),
        shift: v(1, 0),
      }),
    ],
    ["coupling", bent],
    ["planar", planar({ u: v(1, -2), w: v(0.8, 0.6), b: 0.2 })],
    ["chain", chain(bent, permutation([1, 0]), planar({ u: v(-1, 2), w: v(0.8, 0.6), b: 0.2 }))],
  ];

  test.each(inTwo)("in the plane: %s", (_, map) => {
    const X = transformed(standardNormal(2), map);
    expect(integral(X.density, 2, [-25, 25], 500)).toBeCloseTo(1, 10);
  });

  test("in the plane, with a second derivative that jumps: radial", () => {
    const X = transformed(standardNormal(2), radial({ center: v(0.3, 0), alpha: 0.5, beta: 2 }));
    expect(integral(X.density, 2, [-12, 12], 600)).toBeCloseTo(1, 5);
  });
});

describe("closed forms", () => {
  test("the uniform distribution through a map of scale 2 has density ¼ in the plane", () => {
    const X = transformed(uniform(2), affineMap({ scale: 2, shift: v(1, 1) }));
    const points = Matrix.fromRows([
      [1.5, 2.5, 0.5, 3],
      [2.5, 1.5, 2, 3.5],
    ]);
    expect(X.density(points)).toEqual(v(0.25, 0.25, 0, 0));
    expect(X.logDensity(v(9, 9))).toBe(-Infinity);
  });

  test("the exponential distribution, as −log of a uniform number", () => {
    const X = transformed(uniform(1), chain(invert(expMap), affineMap({ scale: -1 })));
    expect(value(X.logDensity(v(2.5)))).toBeCloseTo(-2.5, 14);
  });

  test("the logistic distribution, as logit of a uniform number", () => {
    const X = transformed(uniform(1), invert(sigmoidMap));
    const sigma = 1 / (1 + Math.exp(-0.7));
    expect(value(X.density(v(0.7)))).toBeCloseTo(sigma * (1 - sigma), 14);
  });

  test("the likelihood of a data set is the sum over its columns", () => {
    const data = Matrix.fromRows([
      [1, 2],
      [3, 4],
    ]);
    const wanted = -0.5 * (1 + 4 + 9 + 16) - 2 * Math.log(2 * Math.PI);
    expect(logLikelihood(standardNormal(2), data)).toBeCloseTo(wanted, 13);
  });
});

describe("samples", () => {
  const X = transformed(
    standardNormal(2),
    affineMap({
      scale: Matrix.fromRows([
        [2, 0],
        [1, 3],
      ]),
      shift: v(5, -1),
    }),
  );

  test("the same seed gives the same points, another gives others", () => {
    expect(X.sample(4, { seed: 1 })).toEqual(X.sample(4, { seed: 1 }));
    expect(X.sample(4, { seed: 1 })).not.toEqual(X.sample(4, { seed: 2 }));
  });

  test("their mean and spread are those of the distribution", () => {
    const S = value(X.sample(20_000, { seed: 7 })) as Matrix;
    const [a, b] = mean(S, "rows");
    // Five standard errors of a mean, √(4/n) and √(10/n).
    expect(Math.abs(a! - 5)).toBeLessThan(5 * Math.sqrt(4 / 20_000));
    expect(Math.abs(b! + 1)).toBeLessThan(5 * Math.sqrt(10 / 20_000));
    const [aa] = mean(square(sub(S, 5)), "rows");
    expect(aa! / 4).toBeCloseTo(1, 1);
  });
});
