import { describe, expect, test } from "vitest";
import { lifted } from "../../test-support/push.ts";
import { Matrix, ShapeError, collect, fit, sum, value } from "../index.ts";

const x = Float64Array.of(1, 2);

describe("fit", () => {
  test("refuses what has another shape, though it may have one entry", () => {
    expect(() => fit(x, [3])).toThrow(ShapeError);
    expect(() => fit(x, [3])).toThrow(
      "fit: expected a scalar or values of one shape, got a vector of 3 and a vector of 2; only a scalar meets an array entry by entry",
    );
    expect(() => fit(Float64Array.of(1), [3])).toThrow(ShapeError);
    expect(() => fit(new Matrix(1, 1), [3])).toThrow(ShapeError);
  });

  test("leaves what has the shape, spreads a scalar", () => {
    expect(fit(x, [2])).toBe(x);
    expect(fit(3, [])).toBe(3);
    expect(fit(3, [2])).toEqual(Float64Array.of(3, 3));
    expect(fit(3, [0])).toEqual(new Float64Array(0));
    expect(value(fit(lifted(3), [1, 2]))).toEqual(Matrix.fromRows([[3, 3]]));
  });
});

describe("collect", () => {
  test("is the sum of all entries, to the last bit", () => {
    const entries = Float64Array.from({ length: 50 }, (_, k) => Math.sin(k) * 10 ** (k % 7));
    expect(collect(3)).toBe(3);
    expect(collect(entries)).toBe(sum(entries));
    expect(collect(new Matrix(5, 10, entries))).toBe(sum(entries));
    expect(collect(new Float64Array(0))).toBe(0);
    expect(value(collect(lifted(entries)))).toBe(sum(entries));
  });
});
