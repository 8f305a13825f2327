import { type Scalar, type Vector, ShapeError, binary, mul, sum, unary } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, jacobian, jvp } from "./index.ts";

// A user's own rule may state what is no partial derivative of its value.

/** What a program that is not type-checked may give. */
const wrong = (x: unknown): Scalar => x as Scalar;

describe.each<[string, unknown]>([
  ["undefined", undefined],
  ["Vector 2 \\[1, 2\\]", Float64Array.of(1, 2)],
  ["an array of 1", [1]],
])("a partial derivative that is %s", (got, p) => {
  const one = unary("one", { value: (x) => x, partial: () => wrong(p) });
  const two = binary("two", { value: (x) => x, partials: [() => 1, () => wrong(p)] });
  const message = new RegExp(`: expected a partial derivative as of a scalar, got ${got}; let`);

  test("of a number is refused, along one direction and along many", () => {
    for (const f of [one, (x: Scalar) => two(x, x), (x: Scalar) => two(1, x)]) {
      expect(() => derivative((x) => f(x))(2)).toThrow(ShapeError);
      expect(() => derivative((x) => f(x))(2)).toThrow(message);
      expect(() => jacobian(([x, y]) => f(mul(x, y)))([2, 3])).toThrow(message);
    }
  });
});

test("a scalar stands for every entry of an array, and another length is refused", () => {
  const of = (p: Float64Array | number) => unary("own", { value: (x) => x, partial: () => p });
  const along = (p: Float64Array | number) =>
    jvp((x: Vector) => sum(of(p)(x)))(Float64Array.of(1, 2, 3), Float64Array.of(1, 1, 1)).tangent;
  expect(along(2)).toBe(6);
  expect(along(Float64Array.of(1, 2, 4))).toBe(7);
  expect(() => along(Float64Array.of(1, 2))).toThrow(
    /own: expected a partial derivative as of a vector of 3, got Vector 2 \[1, 2\]; /,
  );
});
