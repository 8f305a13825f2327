import { describe, expect, test } from "vitest";
import { Matrix, ShapeError, abs, add, clamp, entryAt, mul, where } from "./index.ts";
import { commonShape } from "./entrywise.ts";

const x = Float64Array.of(1, 2);
const A = Matrix.fromRows([[1, 2]]);

describe("commonShape", () => {
  test("of arrays that differ is an error that shows both", () => {
    expect(() => commonShape("f", [1, x, A])).toThrow(ShapeError);
    expect(() => commonShape("f", [1, x, A])).toThrow(
      "f: expected operands of one shape, got a vector of 2 and a 1×2 matrix; only a scalar meets an array entry by entry",
    );
  });

  test("is that of the arrays among the operands, [] of scalars", () => {
    expect(commonShape("f", [1, 2])).toEqual([]);
    expect(commonShape("f", [1, x, 3, x])).toEqual([2]);
    expect(commonShape("f", [A, 1])).toEqual([1, 2]);
    expect(commonShape("f", [])).toEqual([]);
  });
});

describe("entries", () => {
  test("a scalar has the same everywhere; beyond the last there is NaN", () => {
    expect(entryAt(7, 5)).toBe(7);
    expect(entryAt(x, 1)).toBe(2);
    expect(entryAt(A, 1)).toBe(2);
    expect(entryAt(x, 2)).toBeNaN();
  });

  test("results are new arrays of the operand's kind", () => {
    const y = add(x, 0);
    expect(y).toEqual(x);
    expect(y).not.toBe(x);
    expect(mul(A, 1)).toBeInstanceOf(Matrix);
    expect(mul(A, 1).data).not.toBe(A.data);
  });

  test("every shape of elementwise rule takes empty arrays", () => {
    const none = new Float64Array(0);
    expect(add(none, 1)).toEqual(none);
    expect(abs(none)).toEqual(none);
    expect(clamp(none, 0, 1)).toEqual(none);
    expect(where("lt", none, 1, none, 0)).toEqual(none);
    expect(add(new Matrix(0, 3), 1).shape).toEqual([0, 3]);
  });
});
