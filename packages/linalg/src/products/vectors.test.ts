import { type Value, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector, relativeError, sizes } from "../../test-support/matrices.ts";
import { cross, dot, matmul, outer, transpose } from "../index.ts";

const A = randomMatrix(2, 3);
const [x, y, z] = [randomVector(2), randomVector(3, 5), randomVector(3, 8)];
/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    [
      "outer of a matrix",
      () => outer(wrong(A), x),
      "outer: expected two vectors, got a 2×3 matrix and a vector of 2; for matrices use timesTransposed or kron",
    ],
    ["outer of a scalar", () => outer(x, wrong(1)), "got a vector of 2 and a scalar"],
    [
      "dot of two lengths",
      () => dot(x, y),
      "dot: expected two vectors of one length, got a vector of 2 and a vector of 3; take a slice",
    ],
    ["dot of matrices", () => dot(wrong(A), wrong(A)), "got a 2×3 matrix and a 2×3 matrix"],
    ["dot of scalars", () => dot(wrong(1), wrong(1)), "got a scalar and a scalar"],
    [
      "cross in the plane",
      () => cross(x, x),
      "cross: expected two vectors of 3, got a vector of 2 and a vector of 2; it is defined in space only",
    ],
    ["cross of a matrix", () => cross(y, wrong(A)), "got a vector of 3 and a 2×3 matrix"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each([outer, dot, cross])("what is no value at all", (product) => {
    expect(() => product(wrong(undefined), y)).toThrow(OperatorError);
    expect(() => product(y, wrong("y"))).toThrow(OperatorError);
  });
});

test("outer multiplies each by each, dot each by its own", () => {
  const [x, y] = [Float64Array.of(1, 2, -3), Float64Array.of(3, 4, 0.5)];
  expect(outer(x, y.subarray(0, 2)).toJSON()).toEqual([
    [3, 4],
    [6, 8],
    [-9, -12],
  ]);
  expect(dot(x, y)).toBe(9.5);
  expect(dot(new Float64Array(0), new Float64Array(0))).toBe(0);
  expect(outer(new Float64Array(0), x).shape).toEqual([0, 3]);
});

test.each(sizes)("(x·yᵀ)·y = x·(y·y), size %i", (n) => {
  const [x, y] = [randomVector(n, 2), randomVector(n, 3)];
  const expected = x.map((entry) => entry * dot(y, y));
  expect(relativeError(matmul(outer(x, y), y), expected)).toBeLessThan(1e-14);
  expect(transpose(outer(x, y)).data).toEqual(outer(y, x).data);
});

describe("cross", () => {
  test("of the axes, in turn", () => {
    const [e1, e2, e3] = [
      Float64Array.of(1, 0, 0),
      Float64Array.of(0, 1, 0),
      Float64Array.of(0, 0, 1),
    ];
    expect(cross(e1, e2)).toEqual(e3);
    expect(cross(e2, e3)).toEqual(e1);
    expect(cross(e3, e1)).toEqual(e2);
    expect(cross(e2, e1)).toEqual(Float64Array.of(0, 0, -1));
  });

  test("is at right angles to both, and as long as the parallelogram is large", () => {
    const product = cross(y, z);
    expect(Math.abs(dot(product, y)) + Math.abs(dot(product, z))).toBeLessThan(1e-15);
    expect(dot(product, product)).toBeCloseTo(dot(y, y) * dot(z, z) - dot(y, z) ** 2, 14);
    expect(cross(y, y)).toEqual(new Float64Array(3));
  });
});
