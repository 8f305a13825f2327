import { existsSync, readFileSync } from "node:fs";
import { add, derivative, dot, gradient, jvp, matrix, mul, solve, sum, vjp } from "jacobian";
import type { MatrixValue, Scalar } from "jacobian";
import { expect, test } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url, {
  levels: () => {
    const tangent = (f: (x: Scalar) => Scalar) => (x: Scalar) => derivative(f)(x);
    const adjoint = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);
    for (const outer of [tangent, adjoint]) {
      for (const inner of [tangent, adjoint]) {
        const f = (x: Scalar) => mul(x, inner((y) => add(x, y))(1));
        for (const x of [-2, 0, 1, 3]) expect(outer(f)(x)).toBe(1);
      }
    }
    // One ε for both: inside, x would move with y, and x·(ẋ + ẏ) is x·2.
    const confused = tangent((y) => add(y, y))(1);
    expect(tangent((x) => mul(x, confused))(1)).toBe(2);
  },
  transpose: () => {
    const A = matrix([
      [2, 1],
      [0.5, 4],
    ]);
    const x = (M: MatrixValue) => solve(M, Float64Array.of(4, 8));
    for (const angle of [0, 0.7, 2, 4]) {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const dA = matrix([
        [c, s],
        [-s, 2 * c],
      ]);
      const bar = Float64Array.of(s, c);
      const left = dot(bar, jvp(x)(A, dA).tangent);
      expect(left).toBeCloseTo(sum(mul(vjp(x)(A, bar).cotangent, dA)), 12);
      // By hand: ẋ = −A⁻¹·Ȧx, where x = (8, 14)/7.5 by Cramer.
      const [p, q] = [8 / 7.5, 14 / 7.5];
      const moved = Float64Array.of(-c * p - s * q, s * p - 2 * c * q);
      expect(left).toBeCloseTo(dot(bar, solve(A, moved)), 12);
    }
  },
});

test("names files that are there", () => {
  const root = new URL("../../../../", import.meta.url);
  const text = readFileSync(new URL("index.md", import.meta.url), "utf8");
  const files = [...text.matchAll(/`(packages\/\S+|ARCHITECTURE\.md)`/gu)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
