import { describe, expect, test } from "vitest";
import { lifted, slope } from "../../test-support/push.ts";
import {
  DomainError,
  Matrix,
  OperatorError,
  ShapeError,
  amax,
  amin,
  logsumexp,
  mean,
  mul,
  norm2,
  sum,
  value,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): Matrix => x as Matrix;
const reductions = { sum, mean, amax, amin, logsumexp, norm2 };
const x = Float64Array.of(3, -4, 0);
const A = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 7],
]);
const none = new Float64Array(0);

describe.each(Object.entries(reductions))("%s", (name, reduce) => {
  test("refuses what is no value", () => {
    expect(() => reduce(wrong(undefined))).toThrow(OperatorError);
    expect(() => reduce(wrong([1, 2]))).toThrow(ShapeError);
    expect(() => reduce(wrong([1, 2]))).toThrow(`${name}: expected a number, Float64Array`);
  });

  test("refuses another axis, and an axis of what is no matrix", () => {
    const diagonal = "diagonal" as "rows";
    expect(() => reduce(A, diagonal)).toThrow(DomainError);
    expect(() => reduce(A, diagonal)).toThrow(
      `${name}: expected an axis "rows" or "columns", got "diagonal"; leave it out to take all entries`,
    );
    expect(() => reduce(wrong(x), "rows")).toThrow(ShapeError);
    expect(() => reduce(wrong(x), "rows")).toThrow(
      `${name}: expected a matrix to go along its rows, got a vector of 3; leave the axis out`,
    );
    expect(() => reduce(wrong(2), "columns")).toThrow("got a scalar");
  });

  test("along rows and columns does to each what it does to a vector", () => {
    const rows = [Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 7)];
    const columns = [0, 1, 2].map((j) => Float64Array.of(A.at(0, j), A.at(1, j)));
    expect(reduce(A, "rows")).toEqual(Float64Array.from(rows, (row) => reduce(row)));
    expect(reduce(A, "columns")).toEqual(Float64Array.from(columns, (column) => reduce(column)));
    expect(reduce(A)).toBe(reduce(A.data));
  });

  test("of a matrix without rows or columns", () => {
    expect(reduce(new Matrix(0, 2), "rows")).toEqual(none);
    expect(reduce(new Matrix(2, 0), "columns")).toEqual(none);
    expect(reduce(new Matrix(2, 0), "rows")).toEqual(Float64Array.of(reduce(none), reduce(none)));
  });

  test("of an element has the value of the plain one", () => {
    expect(value(reduce(lifted(A), "rows"))).toEqual(reduce(A, "rows"));
    expect(value(reduce(lifted(x)))).toBe(reduce(x));
  });
});

describe("values", () => {
  test.each([
    ["sum", sum, -1, 0],
    ["mean", mean, -1 / 3, NaN],
    ["amax", amax, 3, -Infinity],
    ["amin", amin, -4, Infinity],
    ["logsumexp", logsumexp, Math.log(Math.exp(3) + Math.exp(-4) + 1), -Infinity],
    ["norm2", norm2, 5, 0],
  ] as const)("of %s, and of none", (_name, reduce, expected, ofNone) => {
    expect(reduce(x)).toBeCloseTo(expected, 14);
    expect(reduce(none)).toBe(ofNone);
    expect(reduce(Float64Array.of(NaN, 1))).toBeNaN();
  });

  test("of a number is that of one entry", () => {
    expect([sum(-2), mean(-2), amax(-2), amin(-2), logsumexp(-2), norm2(-2)]).toEqual([
      -2, -2, -2, -2, -2, 2,
    ]);
  });

  test("nothing overflows or underflows that need not", () => {
    expect(logsumexp(Float64Array.of(1000, 1000))).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logsumexp(Float64Array.of(-Infinity, 0))).toBe(0);
    expect(logsumexp(Float64Array.of(Infinity, 0))).toBe(Infinity);
    expect(norm2(Float64Array.of(3e200, 4e200)) / 5e200).toBeCloseTo(1, 15);
    expect(norm2(Float64Array.of(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 15);
    expect(norm2(Float64Array.of(5e-324))).toBe(5e-324);
    expect(norm2(Float64Array.of(Infinity, 1))).toBe(Infinity);
  });
});

describe("derivatives", () => {
  test.each([
    ["sum", sum, -1],
    ["mean", mean, -1 / 3],
    ["amax", amax, 3],
    ["amin", amin, -4],
    ["norm2", norm2, 5],
  ] as const)("of %s(t·x) at t = 1, which is homogeneous", (_name, reduce, expected) => {
    expect(slope((t) => reduce(mul(t, x)), 1)).toBeCloseTo(expected, 14);
  });

  test("of logsumexp are the softmax", () => {
    const y = Float64Array.of(1000, 1000);
    // x − y is rounded to the last place of 1000, and so e^(x−y) to 1e-13.
    expect(slope((t) => logsumexp(mul(t, y)), 1)).toBeCloseTo(1000, 9);
  });

  test("of second order: ‖x‖″ along x is 0, log Σ eˣ is convex", () => {
    const second = (f: (t: number) => number): number =>
      slope((s) => slope((t) => f(t as number), s), 1) as number;
    expect(second((t) => norm2(mul(t, x)))).toBeCloseTo(0, 14);
    const variance = second((t) => logsumexp(mul(t, Float64Array.of(0, 1))));
    const p = 1 / (1 + Math.exp(-1));
    expect(variance).toBeCloseTo(p * (1 - p), 14);
  });
});
