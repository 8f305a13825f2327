import { describe, expect, test } from "vitest";
import { DomainError, Matrix, ShapeError, broadcast } from "../index.ts";

const x = Float64Array.of(1, 2);

describe("broadcast", () => {
  test.each([
    [x, { shape: [3] }, "a scalar to spread over a vector of 3, got a vector of 2"],
    [x, { shape: [3, 2], axis: "rows" }, "a vector of 3 to spread over a 3×2 matrix, got a vector"],
    [x, { shape: [2, 3], axis: "columns" }, "a vector of 3 to spread over a 2×3 matrix, got a"],
    [new Matrix(1, 2), { shape: [2, 2] }, "a scalar to spread over a 2×2 matrix, got a 1×2 matrix"],
  ] as const)("refuses %o over %o", (operand, target, message) => {
    expect(() => broadcast(operand, target)).toThrow(ShapeError);
    expect(() => broadcast(operand, target)).toThrow(`broadcast: expected ${message}`);
  });

  test("refuses another axis, and an axis of a vector", () => {
    expect(() => broadcast(1, { shape: [2, 2], axis: "all" as "rows" })).toThrow(DomainError);
    expect(() => broadcast(1, { shape: [2], axis: "rows" })).toThrow(ShapeError);
    expect(() => broadcast(1, { shape: [2], axis: "rows" })).toThrow(/^broadcast: expected /);
  });

  test("spreads a scalar, a column over the rows, a row over the columns", () => {
    expect(broadcast(7, { shape: [2] })).toEqual(Float64Array.of(7, 7));
    expect(broadcast(7, { shape: [] })).toBe(7);
    const sevens = new Matrix(1, 2, Float64Array.of(7, 7));
    expect(broadcast(7, { shape: [1, 2], axis: "rows" })).toEqual(sevens);
    expect(broadcast(7, { shape: [1, 2], axis: "columns" })).toEqual(sevens);
    expect(broadcast(x, { shape: [2, 3], axis: "rows" })).toEqual(
      Matrix.fromRows([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    );
    expect(broadcast(x, { shape: [3, 2], axis: "columns" })).toEqual(Matrix.fromRows([x, x, x]));
  });
});
