import { DomainError, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix } from "../../test-support/matrices.ts";
import { tabulated } from "./tabulated.ts";
import { submatrix } from "../index.ts";

const A = randomMatrix(3, 4);
/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): never => operand as never;

describe("wrong operands", () => {
  test.each<[unknown, string]>([
    [[0, 4], "[0, 4]"],
    [[-1, 2], "[-1, 2]"],
    [[2, 1], "[2, 1]"],
    [[0.5, 1], "[0.5, 1]"],
    [[NaN, 1], "[NaN, 1]"],
    [[1], "[1]"],
    [[0, 1, 2], "[0, 1, 2]"],
    [["0", 1], '["0", 1]'],
    [2, "2"],
    [null, "null"],
    ["02", '"02"'],
  ])("rows %j", (rows, got) => {
    const call = () => submatrix(A, wrong(rows));
    expect(call).toThrow(DomainError);
    expect(call).toThrow(
      `submatrix: expected rows [from, to] with 0 ≤ from ≤ to ≤ 3, got ${got} of a 3×4 matrix; count from 0`,
    );
  });

  test("columns", () => {
    const call = () => submatrix(A, [0, 3], [2, 5]);
    expect(call).toThrow(DomainError);
    expect(call).toThrow(
      "submatrix: expected columns [from, to] with 0 ≤ from ≤ to ≤ 4, got [2, 5] of a 3×4 matrix",
    );
  });

  test("no matrix", () => {
    expect(() => submatrix(wrong(Float64Array.of(1)))).toThrow(ShapeError);
    expect(() => submatrix(wrong(1), [0, 1])).toThrow("submatrix: expected a matrix, got");
    expect(() => submatrix(wrong(undefined))).toThrow(OperatorError);
  });
});

const ranges = [
  [0, 0],
  [3, 3],
  [0, 1],
  [1, 3],
  [0, 3],
] as const;

test.each(ranges.flatMap((rows) => ranges.map((cols) => [rows, cols] as const)))(
  "rows %j and columns %j are the entries there",
  ([top, bottom], [left, right]) => {
    const part = submatrix(A, [top, bottom], [left, right]);
    const expected = tabulated(bottom - top, right - left, (i, j) => A.at(top + i, left + j));
    expect(part).toEqual(expected);
  },
);

test("what is left out is all; the part is a copy", () => {
  const all = submatrix(A);
  all.data[0] = 7;
  expect(A.data).toEqual(randomMatrix(3, 4).data);
  expect(submatrix(A, undefined, [1, 2]).shape).toEqual([3, 1]);
  expect(submatrix(A, [1, 2]).shape).toEqual([1, 4]);
  expect(submatrix(new Matrix(0, 3), [0, 0], [1, 3]).shape).toEqual([0, 2]);
});

test("an engine adds its adjoint in place", () => {
  const gather = submatrix.rule.gather?.([3, 4], { rows: [1, 3], cols: [2, 4] });
  expect(gather).toEqual({ index: Int32Array.of(6, 7, 10, 11), shape: [2, 2] });
});
