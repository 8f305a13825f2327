import { add, at, mul, sin, square, sumOver, type Scalars, type Vector } from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import { matmul } from "@jacobian/linalg";
import { gradient, vjp } from "@jacobian/tape";
import { explain, matrix, sub, sum, tanh, type MatrixValue } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const f = ([x, y]: Scalars<2>) => [mul(mul(x, y), sin(x)), add(square(x), y)] as const;

const loss =
  (x: Float64Array, target: Float64Array) =>
  ({ W1, W2 }: { readonly W1: MatrixValue; readonly W2: MatrixValue }) =>
    mul(0.5, sum(square(sub(matmul(W2, tanh(matmul(W1, x))), target))));

await testPage(import.meta.url, {
  vjp: () => {
    const [x, y] = [1.2, 0.4] as const;
    const { cotangent } = vjp(f)([x, y], [3, -2]);
    const dx = 3 * (y * Math.sin(x) + x * y * Math.cos(x)) - 2 * 2 * x;
    const dy = 3 * x * Math.sin(x) - 2;
    expect(cotangent[0]).toBeCloseTo(dx, 14);
    expect(cotangent[1]).toBeCloseTo(dy, 14);
  },
  pairing: () => {
    for (const [v, w] of [
      [
        [0.3, -1],
        [2, 0.7],
      ],
      [
        [1, 4],
        [-0.5, 3],
      ],
    ] as const) {
      const { tangent } = jvp(f)([1.2, 0.4], v);
      const { cotangent } = vjp(f)([1.2, 0.4], w);
      const forward = w[0] * tangent[0] + w[1] * tangent[1];
      expect(forward).toBeCloseTo(cotangent[0] * v[0] + cotangent[1] * v[1], 13);
    }
  },
  backpropagation: () => {
    const [x, t] = [Float64Array.of(0.4, -0.9), Float64Array.of(0.2, -0.3)];
    const W1 = matrix([
      [0.3, -0.8],
      [1.1, 0.2],
      [-0.4, 0.6],
    ]);
    const W2 = matrix([
      [0.5, -1, 0.7],
      [0.9, 0.4, -0.2],
    ]);
    const bars = gradient(loss(x, t))({ W1, W2 });
    // By hand, entry by entry.
    const z = [0, 1, 2].map((i) => W1.data[2 * i]! * x[0]! + W1.data[2 * i + 1]! * x[1]!);
    const a = z.map(Math.tanh);
    const e = [0, 1].map(
      (i) => a.reduce((total, each, j) => total + W2.data[3 * i + j]! * each, 0) - t[i]!,
    );
    const zBar = a.map(
      (each, j) => (1 - each * each) * (W2.data[j]! * e[0]! + W2.data[3 + j]! * e[1]!),
    );
    e.forEach((ei, i) =>
      a.forEach((aj, j) => expect(bars.W2.data[3 * i + j]).toBeCloseTo(ei * aj, 14)),
    );
    zBar.forEach((zi, i) =>
      x.forEach((xj, j) => expect(bars.W1.data[2 * i + j]).toBeCloseTo(zi * xj, 14)),
    );
  },
  "cheap-gradient": () => {
    const factors = [10, 100, 1000].map((n) => {
      const g = (x: Vector) => sumOver(n, (i) => mul(square(at(x, i)), add(at(x, i), 2)));
      const { operations, forward, reverse } = explain(g)(new Float64Array(n).fill(0.5));
      expect(forward.operations / operations).toBeGreaterThan(n / 2);
      return reverse.operations / operations;
    });
    for (const factor of factors) expect(factor).toBeLessThan(5);
    expect(factors[2]).toBeCloseTo(factors[1]!, 0);
  },
});
