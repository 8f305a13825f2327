import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  LevelError,
  ShapeError,
  UndecidedError,
  abs,
  add,
  at,
  lt,
  max,
  mul,
  neg,
  norm2,
  relu,
  square,
  sub,
  sum,
  tanh,
} from "@jacobian/core";
import { derivative, jacobian as smooth } from "@jacobian/dual";
import { describe, expect, test } from "vitest";
import { jacobian, lexicographic, subgradient } from "../index.ts";

describe("wrong input", () => {
  test("directions", () => {
    // Only a program that is not type-checked comes with these.
    expect(() => jacobian((x: Scalar) => x, { directions: 3 as unknown as Scalar[] })).toThrow(
      DomainError,
    );
    expect(() =>
      jacobian((x: Scalar) => x, { directions: [[1]] as unknown as Scalar[] })(0),
    ).toThrow(ShapeError);
  });

  test("several outputs for a subgradient", () => {
    // Only a program that is not type-checked comes with these.
    const f = ((x: Scalar) => [x, x]) as unknown as (x: Scalar) => Scalar;
    expect(() => subgradient(f)(0)).toThrow(
      "subgradient: expected a function with one scalar output, got 2 values;",
    );
  });

  test("a switch that no direction moves", () => {
    const f = (x: Scalar): Scalar => (lt(mul(x, square(x)), 0) ? x : mul(2, x));
    expect(() => jacobian(f)(0)).toThrow(UndecidedError);
  });
});

test("the Jacobian itself where there is no kink, also of an array", () => {
  const f = (x: Vector): Vector => tanh(relu(x));
  const x = Float64Array.of(1, -2, 0.5);
  expect(jacobian(f)(x)).toEqual(smooth(f)(x));
});

test("more inputs than directions at a time", () => {
  const x = new Float64Array(70);
  const J = jacobian((y: Vector) => sum(abs(y)))(x);
  expect(J.data.every((entry) => entry === 1)).toBe(true);
  const against = jacobian((y: Vector) => sum(abs(y)), {
    directions: [x.map((_, k) => (k === 65 ? -1 : 0))],
  })(x);
  expect([against.data[64], against.data[65]]).toEqual([1, -1]);
});

test("the first direction in which a side moves decides, and then the next", () => {
  const f = ([x, y]: Scalars<2>): Scalar => abs(sub(mul(2, x), y));
  const along = (...directions: [number, number][]) => [
    ...jacobian(f, { directions })([0, 0]).data,
  ];
  expect(along()).toEqual([2, -1]);
  expect(along([0, 1])).toEqual([-2, 1]);
  expect(along([1, 2], [0, 1])).toEqual([-2, 1]);
});

describe("what is certified", () => {
  const certificate = (f: (x: Vector) => Scalar | readonly Scalar[]) =>
    lexicographic(f)(new Float64Array(2)).element;

  test("piecewise smooth: a limit of Jacobians", () => {
    expect(certificate((x) => [relu(at(x, 0)), abs(at(x, 1))])).toBe("B-subdifferential");
  });

  test("a norm: of one output Clarke's, of several the plenary hull", () => {
    expect(certificate((x) => norm2(x))).toBe("Clarke");
    expect(certificate((x) => [norm2(x), at(x, 0)])).toBe("plenary hull");
  });

  test("the kinks come with it", () => {
    const { kinks } = lexicographic((x: Scalar) => add(relu(x), abs(sub(x, 1))))(1);
    expect(kinks.map(({ name, sides }) => [name, sides])).toEqual([["abs", [0, 0]]]);
  });
});

test("a subgradient in the container of the input", () => {
  const f = ({ w, b }: { w: Vector; b: Scalar }): Scalar => add(sum(relu(w)), max(b, mul(3, b)));
  expect(subgradient(f)({ w: Float64Array.of(0, -1, 2), b: 0 })).toEqual({
    w: Float64Array.of(1, 0, 1),
    b: 3,
  });
});

test("an outer derivative goes through the selected piece", () => {
  expect(derivative((s: Scalar) => subgradient((x: Scalar) => mul(square(s), abs(x)))(0))(3)).toBe(
    6,
  );
  const second = (x: Scalar): Scalar => subgradient((y: Scalar) => mul(square(y), relu(y)))(x);
  expect(derivative(second)(2)).toBe(12);
});

test("calls nest, and an element that escaped is refused", () => {
  const inner = (x: Scalar): Scalar => subgradient((y: Scalar) => mul(x, abs(y)))(0);
  expect(subgradient((x: Scalar) => mul(x, inner(x)))(2)).toBe(4);
  let kept: Scalar = 0;
  subgradient((x: Scalar) => (kept = relu(x)))(0);
  expect(() => neg(kept)).toThrow(LevelError);
});

test("without a kink f runs once more than for its Jacobian, and no direction is tried", () => {
  let runs = 0;
  const f = (x: Vector): Scalar => {
    runs++;
    return sum(abs(x));
  };
  const x = Float64Array.from({ length: 200 }, (_, k) => k + 1);
  smooth(f)(x);
  const ofJacobian = runs;
  runs = 0;
  expect(lexicographic(f)(x)).toMatchObject({ element: "B-subdifferential", kinks: [] });
  expect(runs).toBe(ofJacobian + 1);
});
