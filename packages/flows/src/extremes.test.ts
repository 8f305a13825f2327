import { expect, test } from "vitest";
import { gradient, type Vector } from "jacobian";
import { radial, standardNormal, transformed, uniform } from "./index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);

test("a radial flow far out, where squares overflow, is the identity", () => {
  const map = radial({ center: v(0, 0), alpha: 0, beta: 1 });
  for (const z of [v(1e200, 0), v(-1e160, 1e160)]) {
    expect(map.forward(z)).toEqual(z);
    expect(Math.abs(map.logAbsDet(z) as number)).toBeLessThan(1e-15);
    (map.inverse(z) as Float64Array).forEach((x, i) => expect(x).toBeCloseTo(z[i]!, -190));
    const back = gradient((x: Vector) => map.inverseAndLogAbsDet(x).logAbsDet)(z);
    expect(back.every(Number.isFinite)).toBe(true);
  }
});

test("a radial flow of a vast radius: log det of (e/α)·I", () => {
  const map = radial({ center: v(0, 0), alpha: 1e200, beta: 1 });
  const e = Math.log1p(Math.E);
  expect(map.logAbsDet(v(0, 0))).toBeCloseTo(2 * (Math.log(e) - 200 * Math.LN10), 10);
  expect(map.inverse(map.forward(v(1, 0)))).toEqual(v(1, 0));
});

test("the density of NaN is NaN, not that of a point of the cube", () => {
  expect(uniform(2).logDensity(v(0.5, NaN))).toBeNaN();
  expect(uniform(2).density(v(0, 1))).toBe(1);
  expect(gradient((z: Vector) => uniform(2).logDensity(z))(v(0.5, 0.2))).toEqual(v(0, 0));
});

test("samples without a seed are refused", () => {
  // What a program that is not type-checked may pass.
  const none = undefined as never;
  for (const X of [
    standardNormal(1),
    uniform(1),
    transformed(uniform(1), radial({ center: v(0), alpha: 0, beta: 0 })),
  ]) {
    expect(() => X.sample(3, none)).toThrow(/^randomMatrix: expected a seed/);
  }
});
