import { describe, expect, test } from "vitest";
import { pushed, slope } from "../../test-support/push.ts";
import {
  Matrix,
  OperatorError,
  ShapeError,
  div,
  log,
  mul,
  sqrt,
  where,
  type Value,
} from "../index.ts";

const x = Float64Array.of(-1, 0, 4);

describe("where", () => {
  test("refuses what is no value, and shapes that differ", () => {
    // What a program that is not type-checked may pass.
    const undefinedBranch = undefined as unknown as number;
    expect(() => where("lt", 1, 2, 3, undefinedBranch)).toThrow(OperatorError);
    expect(() => where("lt", x, Float64Array.of(1), 0, 0)).toThrow(ShapeError);
    expect(() => where("lt", x, 0, 0, new Matrix(1, 3))).toThrow(
      "where: expected operands of one shape, got a vector of 3 and a 1×3 matrix; ",
    );
  });

  test("chooses entry by entry; scalars meet every entry", () => {
    expect(where("gt", 1, 0, 7, 8)).toBe(7);
    expect(where("gt", x, 0, x, 0)).toEqual(Float64Array.of(0, 0, 4));
    expect(where("ge", 0, x, 1, x)).toEqual(Float64Array.of(1, 1, 4));
    expect(where("lt", 1, 2, x, 0)).toEqual(x);
  });

  test("nothing holds of NaN: the other branch is taken", () => {
    expect(where("lt", NaN, 1, 2, 3)).toBe(3);
    expect(where("ge", NaN, 1, 2, 3)).toBe(3);
  });

  test.each<[string, (x: Value) => Value, number, number]>([
    ["where(x > 0, √x, 0) at 0", (t) => where("gt", t, 0, sqrt(t), 0), 0, 0],
    ["where(x > 0, log x, x) at −1", (t) => where("gt", t, 0, log(t), t), -1, 1],
    ["where(x = 0, 1, x/x) at 0", (t) => where("eq", t, 0, 1, div(t, t)), 0, 0],
  ])("%s: what is not chosen may be NaN or ∞", (_case, f, at, expected) => {
    expect(slope(f, at)).toBe(expected);
  });

  test("a constant branch has derivative 0, the operands compared have none", () => {
    expect(pushed((a, b) => where("lt", a, b, 3, 4), [1, 2], [1, 1])).toBe(0);
    expect(slope((t) => where("gt", x, 0, mul(t, x), mul(2, t)), 1)).toEqual(
      Float64Array.of(2, 2, 4),
    );
  });
});
