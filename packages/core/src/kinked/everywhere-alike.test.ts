import { describe, expect, test } from "vitest";
import {
  type Plain,
  type Value,
  Matrix,
  abs,
  clamp,
  entriesOf,
  leakyRelu,
  max,
  min,
  relu,
} from "../index.ts";

// A kinked function has a path for numbers, a value that its rule states and a loop for arrays: all say the same.

const edges = [-Infinity, -2, -1, -0, 0, 0.5, 1, 2, Infinity, NaN];

describe.each<[string, (x: Value) => Value, (x: number) => Value, (x: number) => number]>([
  ["abs", abs, (x) => abs.rule.apply([x], undefined), Math.abs],
  ["relu", relu, (x) => relu.rule.apply([x], undefined), (x) => (x < 0 ? 0 : x)],
  [
    "leakyRelu",
    (x) => leakyRelu(x, 0.25),
    (x) => leakyRelu.rule.apply([x], 0.25),
    (x) => (x < 0 ? x / 4 : x),
  ],
  [
    "clamp",
    (x) => clamp(x, -1, 1),
    (x) => clamp.rule.apply([x], { low: -1, high: 1 }),
    (x) => (Number.isNaN(x) ? x : Math.abs(x) > 1 ? Math.sign(x) : x),
  ],
])("%s", (_name, f, ofRule, expected) => {
  test("of a number, by its rule, of a vector and of a matrix", () => {
    const wanted = edges.map(expected);
    expect(edges.map((x) => f(x))).toEqual(wanted);
    expect(edges.map(ofRule)).toEqual(wanted);
    expect(f(Float64Array.from(edges))).toEqual(Float64Array.from(wanted));
    expect(f(new Matrix(2, 5, Float64Array.from(edges)))).toEqual(
      new Matrix(2, 5, Float64Array.from(wanted)),
    );
  });
});

describe.each([
  ["max", max, Math.max],
  ["min", min, Math.min],
] as const)("%s", (_name, f, expected) => {
  test("of numbers, and by its rule", () => {
    for (const x of edges) {
      for (const y of edges) {
        expect(f(x, y)).toBe(expected(x, y));
        expect(f.rule.apply([x, y], undefined)).toBe(expected(x, y));
      }
    }
  });

  test("of arrays entry by entry, a scalar on either side meeting each", () => {
    const x = Float64Array.from(edges);
    const y = x.slice().reverse();
    const entries = (z: Plain): number[] => [...entriesOf(z)];
    expect(entries(f(x, y))).toEqual(edges.map((a, k) => expected(a, y[k]!)));
    expect(entries(f(x, 0.5))).toEqual(edges.map((a) => expected(a, 0.5)));
    expect(entries(f(0.5, x))).toEqual(edges.map((a) => expected(0.5, a)));
  });
});

test("bounds may meet: everything is then confined to them", () => {
  expect(clamp(Float64Array.of(-5, 1, 7), 1, 1)).toEqual(Float64Array.of(1, 1, 1));
  expect([clamp(-5, 2, 2), clamp(5, 2, 2)]).toEqual([2, 2]);
});
