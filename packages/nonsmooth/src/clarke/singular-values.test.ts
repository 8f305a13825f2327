import {
  type MatrixValue,
  type Scalar,
  type Value,
  Matrix,
  at,
  matrix,
  mul,
  structured,
  sum,
  value,
} from "@jacobian/core";
import { jacobian as byConvention } from "@jacobian/dual";
import { norm, randomMatrix, singularValues } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { clarke, directional, kinks, lexicographic } from "../index.ts";

const equal = "equal to the Clarke Jacobian";

const largest: readonly (readonly [string, (A: MatrixValue) => Scalar])[] = [
  ["singularValues", (A) => at(singularValues(A), 0)],
  ["norm of kind 2", (A) => norm(A, 2)],
];

/** U·Zᵀ·Vᵀ over Z of trace 1: along D the largest eigenvalue of the symmetric part of UᵀDV, by hand for 2×2. */
const top = (a: number, b: number, c: number): number => (a + c + Math.hypot(a - c, 2 * b)) / 2;

describe.each(largest)("the largest singular value by %s", (_name, f) => {
  // The singular values of the reflection are 2 and 2; U = A/2, V = I.
  const A = matrix([
    [0, 2],
    [2, 0],
  ]);

  test("at a double one: the support function is the directional derivative", () => {
    const set = clarke(f)(A);
    expect(set).toMatchObject({ kind: "support", promise: equal });
    for (let seed = 1; seed <= 20; seed++) {
      const D = randomMatrix(2, 2, { seed, distribution: "normal" });
      const [a, b, c, d] = [D.at(1, 0), D.at(1, 1), D.at(0, 0), D.at(0, 1)];
      expect(set.support(D)).toBeCloseTo(top(a, (b + c) / 2, d), 12);
      expect(directional(f)(A, D)).toBeCloseTo(set.support(D), 12);
    }
    const two: unknown = expect.closeTo(2, 14);
    expect(kinks(f)(A)).toMatchObject([{ sides: [two, two] }]);
  });

  test("gradients close by are in the set, and no direction is missed", () => {
    const B = matrix([
      [3, 0, 0],
      [0, 0, 3],
    ]);
    const set = clarke(f)(B);
    const limits = Array.from({ length: 400 }, (_, seed) => {
      const D = randomMatrix(2, 3, { seed, distribution: "normal" });
      return byConvention(f)(
        new Matrix(
          2,
          3,
          B.data.map((x, k) => x + 1e-7 * D.data[k]!),
        ),
      );
    });
    for (const J of limits) expect(set.contains(J, 1e-6)).toBe(true);
    const D = randomMatrix(2, 3, { seed: 7, distribution: "normal" });
    const seen = Math.max(...limits.map((J) => J.data.reduce((s, x, k) => s + x * D.data[k]!, 0)));
    expect(set.support(D)).toBeGreaterThanOrEqual(seen - 1e-6);
    expect(set.support(D)).toBeLessThanOrEqual(seen + 1e-2);
  });

  test("at 0: matrices whose singular values sum up to 1 at most", () => {
    const set = clarke(f)(new Matrix(2, 3));
    expect(set.promise).toBe(equal);
    const D = randomMatrix(2, 3, { seed: 3 });
    expect(set.support(D)).toBeCloseTo(singularValues(D)[0]!, 12);
  });

  test("one element", () => {
    const { element, jacobian: J } = lexicographic(f)(A);
    expect(element).toBe("Clarke");
    expect(clarke(f)(A).contains(J)).toBe(true);
  });
});

test("the smallest of a square matrix at 0, and a value that meets no other", () => {
  const smallest = (A: MatrixValue): Scalar => at(singularValues(A), 1);
  const A = matrix([
    [2, 0],
    [0, 0],
  ]);
  // |u·D·v|, of the one number below.
  const set = clarke(smallest)(A);
  expect(set.promise).toBe(equal);
  expect(set.support([0, 0, 0, -3])).toBeCloseTo(3, 12);
  expect(set.support([5, 1, 1, 0])).toBeCloseTo(0, 12);
  const first = clarke((B: MatrixValue) => norm(B, 2))(A);
  expect(first).toMatchObject({ kind: "point", promise: equal });
});

test("a function of one's own is not taken for one of linalg by its name", () => {
  const mine = structured("eigvalsh", {
    value: ([A = NaN]) => [value(mul(2, A))],
    shape: ([shape = []]) => [shape],
    pushforward: ([dA = NaN]: readonly Value[]) => [mul(2, dA)],
  });
  const set = clarke((A: MatrixValue) => sum(mine([A])[0]!))(new Matrix(2, 2));
  expect(set).toMatchObject({ kind: "point", kinks: [] });
  expect(set.support([1, 2, 3, 4])).toBe(20);
});
