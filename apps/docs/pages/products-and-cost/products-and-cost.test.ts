import {
  compose,
  explain,
  jacobian,
  jvp,
  matmul,
  Matrix,
  mul,
  sin,
  sum,
  tanh,
  type Vector,
  vjp,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

/** Entries that are neither 0 nor equal. */
const filled = (rows: number, cols: number): Matrix =>
  new Matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, (_, k) => Math.cos(1 + 3 * k)),
  );
const layer = (rows: number, cols: number) => (x: Vector) => matmul(filled(rows, cols), x);

const [first, second, third] = [layer(3, 4), (z: Vector) => tanh(z), layer(2, 3)];
const f = (x: Vector) => third(second(first(x)));
const x = Float64Array.of(0.3, -0.2, 0.5, 0.1);
const v = Float64Array.of(1, -2, 0.5, 3);
const w = Float64Array.of(0.7, -1.3);

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, entry, k) => total + entry * b[k]!, 0);

const expectClose = (actual: Float64Array, expected: Float64Array): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((entry, k) => expect(entry).toBeCloseTo(expected[k]!, 12));
};

/** A·v and wᵀ·A by their definitions, each product of two numbers counted. */
class Counter {
  multiplications = 0;

  timesVector(A: Matrix, by: Float64Array): Float64Array {
    return Float64Array.from({ length: A.rows }, (_, i) =>
      by.reduce((total, entry, j) => total + this.product(A.at(i, j), entry), 0),
    );
  }

  vectorTimes(by: Float64Array, A: Matrix): Float64Array {
    return Float64Array.from({ length: A.cols }, (_, j) =>
      by.reduce((total, entry, i) => total + this.product(entry, A.at(i, j)), 0),
    );
  }

  private product(a: number, b: number): number {
    this.multiplications++;
    return a * b;
  }
}

const unit = (n: number, k: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Number(i === k));

await testPage(import.meta.url, {
  transposed: () => {
    expect(dot(w, jvp(f)(x, v).tangent)).toBeCloseTo(dot(vjp(f)(x, w).cotangent, v), 13);
  },
  orders: () => {
    const { jacobians } = compose(first, second, third).factors(x);
    const [forward, back] = [new Counter(), new Counter()];
    const tangent = jacobians.reduce<Float64Array>((u, J) => forward.timesVector(J, u), v);
    const adjoint = jacobians.reduceRight<Float64Array>((u, J) => back.vectorTimes(u, J), w);
    expectClose(jvp(f)(x, v).tangent, tangent);
    expectClose(vjp(f)(x, w).cotangent, adjoint);
    // d = (4, 3, 3, 2)
    expect([forward.multiplications, back.multiplications]).toEqual([27, 27]);
  },
  "cheap-products": () => {
    const energy = (u: Vector) => sum(mul(u, tanh(sin(u))));
    const ofGradient = [4, 64, 1024].map((n) => {
      const { operations, reverse } = explain(energy)(new Float64Array(n));
      return reverse.operations / operations;
    });
    const curve = (m: number) => (t: Vector) => tanh(sin(matmul(filled(m, 1), t)));
    const ofTangent = [4, 64, 1024].map((m) => {
      const { operations, forward } = explain(curve(m))(Float64Array.of(0.5));
      return forward.operations / operations;
    });
    for (const ratios of [ofGradient, ofTangent]) {
      expect(Math.max(...ratios)).toBeLessThan(5);
      expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.1);
    }
  },
  "columns-or-rows": () => {
    const J = jacobian(f)(x);
    for (let j = 0; j < 4; j++) {
      const column = Float64Array.from({ length: 2 }, (_, i) => J.at(i, j));
      expectClose(jvp(f)(x, unit(4, j)).tangent, column);
    }
    for (let i = 0; i < 2; i++) {
      expectClose(vjp(f)(x, unit(2, i)).cotangent, J.data.slice(4 * i, 4 * i + 4));
    }
  },
  "whole-chain": () => {
    for (const d of [
      [4, 3, 2, 1],
      [5, 2, 7, 3],
      [1, 6, 2, 8],
    ] as const) {
      const chain = compose(layer(d[1], d[0]), layer(d[2], d[1]), layer(d[3], d[2]));
      const { forward, reverse } = chain.factors(new Float64Array(d[0])).multiplications;
      expect(forward).toBe(d[0] * (d[2] * d[1] + d[3] * d[2]));
      expect(reverse).toBe(d[3] * (d[1] * d[0] + d[2] * d[1]));
    }
  },
  compression: () => {
    // Row i has entries in the columns i and i + 1: one even, one odd.
    const n = 6;
    const banded = new Matrix(n, n);
    for (let i = 0; i < n; i++) {
      banded.data[n * i + i] = 1 + i;
      if (i + 1 < n) banded.data[n * i + i + 1] = -1 - i * i;
    }
    const groups = [0, 1].map((odd) => unit(n, 0).map((_, j) => Number(j % 2 === odd)));
    const products = groups.map(
      (s) => jvp((u: Vector) => matmul(banded, u))(unit(n, 0), s).tangent,
    );
    for (let i = 0; i < n; i++) {
      expect(products[i % 2]![i]).toBe(banded.at(i, i));
      if (i + 1 < n) expect(products[(i + 1) % 2]![i]).toBe(banded.at(i, i + 1));
    }
    // Around a ring each column shares a row with both of its neighbours: two groups are enough if their number is even.
    const groupings = (size: number, count: number): number[][] =>
      Array.from({ length: count ** size }, (_, code) =>
        Array.from({ length: size }, (_, j) => Math.floor(code / count ** j) % count),
      );
    const fits = (group: readonly number[]) =>
      group.every((own, j) => own !== group[(j + 1) % group.length]);
    expect(groupings(6, 2).some(fits)).toBe(true);
    expect(groupings(7, 2).some(fits)).toBe(false);
    expect(groupings(7, 3).some(fits)).toBe(true);
  },
});
