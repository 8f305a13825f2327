import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  ShapeError,
  UndecidedError,
  abs,
  add,
  amax,
  clamp,
  cos,
  exp,
  gt,
  hypot,
  leakyRelu,
  le,
  lt,
  matrix,
  max,
  min,
  mul,
  neg,
  norm2,
  relu,
  sin,
  sqrt,
  square,
  sub,
  sum,
  value,
  where,
} from "@jacobian/core";
import { derivative, jvp } from "@jacobian/dual";
import { eigvalsh } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { integers } from "../../test-support/random.ts";
import { directional } from "../index.ts";

describe("wrong input", () => {
  test("a direction of another structure", () => {
    const f = ([x, y]: Scalars<2>): Scalar => add(x, y);
    // Only a program that is not type-checked comes with this.
    expect(() => directional(f)([0, 0], [1] as unknown as [1, 1])).toThrow(ShapeError);
  });

  test("a function that is not locally Lipschitz", () => {
    expect(() => directional((x: Scalar) => sqrt(abs(x)))(0, 1)).toThrow(DomainError);
    expect(() => directional((x: Scalar) => (lt(x, 0) ? 1 : x))(0, 1)).toThrow(
      "directional: expected a function that is locally Lipschitz at the point, got one that jumps where lt compares 0 with 0;",
    );
  });

  test("a switch that is flat where the pieces differ", () => {
    const cube = (x: Scalar): Scalar => mul(x, square(x));
    expect(() => directional((x: Scalar) => where("gt", cube(x), 0, x, neg(x)))(0, 1)).toThrow(
      UndecidedError,
    );
    expect(() => directional((x: Scalar) => (lt(cube(x), 0) ? x : neg(x)))(0, 1)).toThrow(
      "directional: expected switching functions that move to first order where pieces meet, got lt of 0 and 0 with both sides still tied;",
    );
  });
});

test("where dual's convention is not the derivative along the direction", () => {
  const f = (x: Scalar): Scalar => relu(x);
  expect([jvp(f)(0, 1).tangent, directional(f)(0, 1)]).toEqual([0, 1]);
  expect([jvp(f)(0, -1).tangent, directional(f)(0, -1)]).toEqual([0, 0]);
});

test("a flat switch whose pieces agree along the direction", () => {
  const f = ([x, y]: Scalars<2>): Scalar => (le(x, 0) ? y : add(y, mul(2, x)));
  expect(directional(f)([0, 0], [0, 1])).toBe(1);
  expect(directional(f)([0, 0], [1, 0])).toBe(2);
  expect(directional((x: Scalar) => abs(mul(x, square(x))))(0, 1)).toBe(0);
});

const symmetric = (x: Vector) => {
  const [a = 0, b = 0, c = 0] = x;
  return matrix([
    [a, b],
    [b, c],
  ]);
};

const functions: readonly (readonly [string, (x: Vector) => Scalar, readonly number[]])[] = [
  ["L1", (x) => sum(abs(x)), [0, 1, 0]],
  ["norm2 of a curve", (x) => norm2(sin(x)), [0, 0, 0]],
  ["norm2 by rows", (x) => sum(norm2(matrix([x, mul(2, x)]), "rows")), [0, 0, 0]],
  ["amax, amin", (x) => sub(amax(exp(x)), mul(2, amin2(x))), [1, 1, 1]],
  ["amax by columns", (x) => sum(amax(matrix([x, square(x)]), "columns")), [1, 0, 1]],
  ["nested", (x) => abs(sub(max(sum(x), 0), norm2(x))), [0, 0, 0]],
  ["clamp and leakyRelu", (x) => sum(mul(clamp(x, 0, 1), leakyRelu(sub(x, 1), 0.1))), [0, 1, 0.5]],
  ["min of products", (x) => min(mul(cos(sum(x)), sum(x)), sum(mul(3, x))), [0, 0, 0]],
  ["hypot", (x) => sum(hypot(x, sub(x, 1))), [0, 1, 2]],
  ["a hypot at the origin", (x) => sum(hypot(x, mul(2, x))), [0, 0, 1]],
  ["largest eigenvalue", (x) => amax(eigvalsh(symmetric(x))), [2, 0, 2]],
  [
    "eigenvalues, each with its weight",
    (x) => sum(mul(eigvalsh(symmetric(exp(x))), Float64Array.of(1, -3))),
    [0, -800, 0],
  ],
];

const amin2 = (x: Vector): Scalar => neg(amax(neg(x)));

test.each(functions)("%s: one-sided differences tend to it", (_name, f, start) => {
  const draw = integers(3);
  const x = Float64Array.from(start);
  for (let k = 0; k < 20; k++) {
    const d = Float64Array.from(start, () => draw(-9, 9) / 4);
    const slope = (t: number): number =>
      (value(f(x.map((entry, j) => entry + t * d[j]!))) - value(f(x))) / t;
    // Richardson: 2·slope(t/2) − slope(t) has an error of t².
    const limit = 2 * slope(5e-6) - slope(1e-5);
    expect(directional(f)(x, d)).toBeCloseTo(limit, 5);
  }
});

test("several outputs, in their container", () => {
  const f = ({ x, y }: { x: Scalar; y: Scalar }) => ({ low: min(x, y), high: [max(x, y)] });
  expect(directional(f)({ x: 1, y: 1 }, { x: 2, y: -1 })).toEqual({ low: -1, high: [2] });
});

test("constants are not differentiated, and an outer derivative goes through", () => {
  const f = (x: Scalar, c: number): Scalar => mul(c, abs(x));
  expect(directional(f)(0, -2, 5)).toBe(10);
  // d/ds of (s·|x|)′(0; 1) = s′ = 1, and of |s|·s along 1: 2s.
  expect(derivative((s: Scalar) => directional((x: Scalar) => mul(s, abs(x)))(0, 1))(3)).toBe(1);
  expect(derivative((s: Scalar) => directional((x: Scalar) => mul(x, abs(x)))(s, 1))(3)).toBe(2);
});

test("derivatives that differ are told apart however small they are", () => {
  const f = (x: Scalar): Scalar => (gt(mul(x, square(x)), 0) ? mul(2e-10, x) : mul(1e-10, x));
  expect(() => directional(f)(0, 1)).toThrow(UndecidedError);
});
