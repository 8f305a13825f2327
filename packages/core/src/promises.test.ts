import { describe, expect, test } from "vitest";
import { Push } from "../test-support/push.ts";
import { Matrix, OperatorError, ShapeError, linear, structured, bilinear } from "./index.ts";

// A rule that does not do what it states must not pass in silence.

describe("rules whose value and shape disagree", () => {
  test("linear", () => {
    const broken = linear("broken", { value: () => 1, shape: () => [3], adjoint: (bar) => bar });
    expect(() => broken(Float64Array.of(1))).toThrow(
      "broken: expected a vector of 3 as its rule states, got a scalar; make value and shape agree",
    );
  });

  test("bilinear", () => {
    const broken = bilinear("broken", {
      value: () => 1,
      shape: () => [2, 2],
      adjoints: [(bar) => bar, (bar) => bar],
    });
    expect(() => broken(1, 1)).toThrow(ShapeError);
  });

  test("structured: as many outputs as shapes, as many tangents as outputs", () => {
    const spec = { value: () => [1], shape: () => [[], []], pushforward: () => [] };
    expect(() => structured("broken", spec)([1])).toThrow("broken: expected 2 values, got 1; ");
    const silent = structured("silent", { ...spec, shape: () => [[]] });
    expect(silent([1])).toEqual([1]);
    expect(() => silent([new Push().moving(1, 1)])).toThrow(
      "silent: pushforward: expected 1 values, got 0; give one for each",
    );
  });
});

describe("an element in the place of an array", () => {
  const push = new Push();
  const x = push.moving(Float64Array.of(1, 2), Float64Array.of(0, 0));
  const A = push.moving(new Matrix(2, 3), new Matrix(2, 3));

  test("has the array's sizes", () => {
    expect([x.length, A.rows, A.cols]).toEqual([2, 2, 3]);
  });

  test("is not read by x[0]", () => {
    expect(() => x[0]).toThrow(OperatorError);
    expect(() => x[0]).toThrow(/expected at\(x, i\) of @jacobian\/core, got x\[0\] of Moving/);
  });

  test("shows itself in JSON, not its insides", () => {
    expect(JSON.stringify({ x })).toBe('{"x":"Moving(Vector 2 [1, 2], Vector 2 [0, 0])"}');
  });
});

test("a Matrix takes its entries in a Float64Array only", () => {
  // What a program that is not type-checked may pass.
  const entries = [1, 2, 3, 4] as unknown as Float64Array;
  expect(() => new Matrix(2, 2, entries)).toThrow(
    "Matrix: expected its entries in a Float64Array, got another kind of list; ",
  );
});
