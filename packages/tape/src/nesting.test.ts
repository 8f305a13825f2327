import {
  type Scalar,
  type Scalars,
  type Vector,
  add,
  at,
  exp,
  mul,
  norm2,
  sin,
  slice,
  square,
  structured,
  sum,
  sumOver,
  tanh,
  value,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { recordOf } from "../test-support/room.ts";
import { gradient, jacobian, valueAndGradient, vjp } from "./index.ts";
import { Tape } from "./tape.ts";

const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);

describe("structured rules", () => {
  // Without a pullback: the tape transposes the pushforward.
  const both = structured("both", {
    value: ([x = 0, y = 0]) => [mul(x, y), add(x, y)],
    shape: () => [[], []],
    pushforward: ([dx = 0, dy = 0], [x = 0, y = 0]) => [add(mul(dx, y), mul(x, dy)), add(dx, dy)],
  });

  test("without a pullback the pushforward is transposed, at any order", () => {
    // The rule is used on scalars only.
    const f = ([x, y]: Scalars<2>) => both([x, y]) as Scalar[];
    expect(jacobian(f)([2, 5]).toJSON()).toEqual([
      [5, 2],
      [1, 1],
    ]);
    const g = ([x, y]: Scalars<2>) =>
      gradient(([a, b]: Scalars<2>) => square(f([a, b])[0] ?? 0))([x, y]);
    // (x²y²): Hessian [2y², 4xy; 4xy, 2x²]
    expect(jacobian(g)([2, 5]).toJSON()).toEqual([
      [50, 40],
      [40, 8],
    ]);
  });
});

describe("nesting", () => {
  test("tape over tape to third order", () => {
    expect(slope(slope(slope(sin)))(0.5)).toBeCloseTo(-Math.cos(0.5), 15);
    expect(slope(slope(tanh))(800)).toBe(0);
  });

  test("a captured element of an outer level", () => {
    expect(slope((x) => mul(x, slope((y) => mul(x, exp(y)))(0)))(3)).toBe(6);
  });

  test("an array of elements: Hessian of a norm", () => {
    const H = jacobian((x: Vector) => gradient((z: Vector) => norm2(slice(z, 0, 2)))(x))(
      Float64Array.of(3, 4, 9),
    );
    const expected = [
      [16 / 125, -12 / 125, 0],
      [-12 / 125, 9 / 125, 0],
      [0, 0, 0],
    ];
    H.toJSON().forEach((r, i) =>
      r.forEach((h, j) => expect(h).toBeCloseTo(expected[i]?.[j] ?? NaN, 15)),
    );
  });

  test("a cotangent may be an element too", () => {
    // d/dw of ⟨Jᵀ·w, 1⟩ at fixed x is the row sum of J.
    const f = (w: Scalar) =>
      sum(vector(vjp(([x, y]: Scalars<2>) => [mul(x, y)])([2, 3], [w]).cotangent));
    expect(slope(f)(1)).toBe(5);
  });
});

describe("cost", () => {
  test("reading entries of an input records nothing", () => {
    const tape = new Tape();
    const x = tape.input(new Float64Array(1000));
    // A vector node is used as a vector.
    const total = sumOver(1000, (i) => at(x as Vector, i));
    expect(value(total)).toBe(0);
    expect(tape.record.operations).toBe(999);
  });

  test.each([1_000, 10_000])("at most 48 bytes for each of %d operations", (n) => {
    const { operations, bytes } = recordOf(n);
    expect(operations).toBe(n);
    expect(bytes).toBeGreaterThanOrEqual(32 * n);
    expect(bytes).toBeLessThanOrEqual(48 * n);
  });

  test("value and gradient come together", () => {
    expect(valueAndGradient((x: Vector) => sum(square(x)))(Float64Array.of(1, 2))).toEqual({
      value: 5,
      gradient: Float64Array.of(2, 4),
    });
  });
});
