import { describe, expect, test } from "vitest";
import { lifted, slope } from "../../test-support/push.ts";
import {
  DomainError,
  Matrix,
  OperatorError,
  ShapeError,
  at,
  column,
  entriesOf,
  gather,
  mul,
  row,
  scatter,
  slice,
  take,
  value,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): Float64Array & Matrix => x as Float64Array & Matrix;
const x = Float64Array.of(5, 6, 7);
const A = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("positions outside", () => {
  test.each<[string, () => unknown, string]>([
    ["at(x, 3)", () => at(x, 3), "at: expected a whole number from 0 to 2, got 3; count from 0"],
    ["at(x, -1)", () => at(x, -1), "at: expected a whole number from 0 to 2, got -1"],
    ["at(x, 0.5)", () => at(x, 0.5), "at: expected a whole number from 0 to 2, got 0.5"],
    ["at(x, NaN)", () => at(x, NaN), "at: expected a whole number from 0 to 2, got NaN"],
    [
      "at of none",
      () => at(new Float64Array(0), 0),
      "at: expected a value with entries, got an empty",
    ],
    ["at(lifted, 3)", () => at(lifted(x), 3), "at: expected a whole number from 0 to 2, got 3"],
    ["at(A, 2, 0)", () => at(A, 2, 0), "at: expected a whole number from 0 to 1, got 2"],
    ["at(A, 0, 3)", () => at(A, 0, 3), "at: expected a whole number from 0 to 2, got 3"],
    ["row(A, 2)", () => row(A, 2), "row: expected a whole number from 0 to 1, got 2"],
    ["column(A, 3)", () => column(A, 3), "column: expected a whole number from 0 to 2, got 3"],
    ["slice(x, 0, 4)", () => slice(x, 0, 4), "slice: expected a whole number from 0 to 3, got 4"],
    ["slice(x, 2, 1)", () => slice(x, 2, 1), "slice: expected a whole number from 0 to 1, got 2"],
    ["gather(x, [0, 3])", () => gather(x, [0, 3]), "gather: expected a whole number from 0 to 2"],
    [
      "scatter outside",
      () => scatter(1, { index: [3], shape: [3] }),
      "scatter: expected a whole number from 0 to 2, got 3",
    ],
  ])("%s", (_call, call, message) => {
    expect(call).toThrow(DomainError);
    expect(call).toThrow(message);
  });
});

test("what tells an engine where an entry stands looks at the ends itself", () => {
  const { entry, gather: read } = at.rule;
  expect([0, 2].map((i) => entry?.(x, i))).toEqual([0, 2]);
  expect([0, 2].map((i) => read?.([3], i))).toEqual([{ index: [0], shape: [] }, { index: [2], shape: [] }]); // prettier-ignore
  expect(entry?.(A, [1, 2])).toBe(5);
  for (const i of [-1, 3]) {
    for (const place of [i, [i] as const]) {
      expect(() => entry?.(x, place)).toThrow(`at: expected a whole number from 0 to 2, got ${i}`);
      expect(() => read?.([3], place)).toThrow(`at: expected a whole number from 0 to 2, got ${i}`);
    }
  }
  for (const place of [[2, 0], [0, 3]] as const) expect(() => entry?.(A, place)).toThrow(DomainError); // prettier-ignore
});

describe("values of another rank", () => {
  test.each<[string, () => unknown, string]>([
    [
      "at(A, 0)",
      () => at(wrong(A), 0),
      "at: expected a vector, got a 2×3 matrix; use row, column or at of a matrix first",
    ],
    [
      "at(x, 0, 0)",
      () => at(wrong(x), 0, 0),
      "at: expected a matrix, got a vector of 3; make one with matrix([[...], ...])",
    ],
    ["at(2, 0)", () => at(wrong(2), 0), "at: expected a vector, got a scalar"],
    ["row(x, 0)", () => row(wrong(x), 0), "row: expected a matrix, got a vector of 3"],
    ["column(x, 0)", () => column(wrong(x), 0), "column: expected a matrix, got a vector of 3"],
    ["slice(A, 0, 1)", () => slice(wrong(A), 0, 1), "slice: expected a vector, got a 2×3 matrix"],
    ["gather(A, [0])", () => gather(wrong(A), [0]), "gather: expected a vector, got a 2×3 matrix"],
    ["at([1, 2], 0)", () => at(wrong([1, 2]), 0), "at: expected a number, Float64Array, Matrix or"],
    [
      "scatter of too few",
      () => scatter(x, { index: [0, 1], shape: [3] }),
      "scatter: expected one entry for each of 2 places, got a vector of 3; pass as many",
    ],
  ])("%s", (_call, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test("what is no value is refused by name", () => {
    expect(() => at(wrong(undefined), 0)).toThrow(OperatorError);
    expect(() => row(wrong(undefined), 0)).toThrow("row: ");
  });
});

describe("values", () => {
  test("are entries of the array, plain or lifted", () => {
    expect([at(x, 0), at(x, 2), at(A, 1, 0), at(A, 0, 2)]).toEqual([5, 7, 4, 3]);
    expect(row(A, 1)).toEqual(Float64Array.of(4, 5, 6));
    expect(column(A, 1)).toEqual(Float64Array.of(2, 5));
    expect(slice(x, 1, 3)).toEqual(Float64Array.of(6, 7));
    expect(slice(x, 3, 3)).toEqual(new Float64Array(0));
    expect(gather(x, [2, 2, 0])).toEqual(Float64Array.of(7, 7, 5));
    expect(gather(x, Int32Array.of())).toEqual(new Float64Array(0));
    expect(value(at(lifted(x), 1))).toBe(6);
    expect(value(row(lifted(A), 0))).toEqual(Float64Array.of(1, 2, 3));
  });

  test("a vector element gives its entries one by one", () => {
    expect([...lifted(x)].map((entry) => value(entry))).toEqual([5, 6, 7]);
    expect(lifted(x)).toHaveLength(3);
    const [first = NaN, , third = NaN] = lifted(x);
    expect([value(first), value(third)]).toEqual([5, 7]);
  });

  test("results do not share storage with the operand", () => {
    const y = slice(x, 0, 3);
    y[0] = 100;
    expect(x[0]).toBe(5);
  });
});

describe("transposes", () => {
  test("scatter adds neighbours, and what comes again later, at the first place too", () => {
    const x = Float64Array.of(1, 2, 4, 8, 16, 32);
    expect(scatter(x, { index: [0, 1, 0, 2, 2, 0], shape: [4] })).toEqual(
      Float64Array.of(1 + 4 + 32, 2, 8 + 16, 0),
    );
    expect(scatter(x, { index: [0, 0, 0, 1, 1, 1], shape: [2] })).toEqual(Float64Array.of(7, 56));
    expect(scatter(new Float64Array(0), { index: [], shape: [2] })).toEqual(new Float64Array(2));
  });

  test("the first place and the last are inside, the ones beside them are not", () => {
    for (const place of [-1, 1, 0.5, NaN]) {
      const message = `expected a whole number from 0 to 0, got ${place}`;
      expect(() => scatter(3, { index: [place], shape: [1] })).toThrow(`scatter: ${message}`);
      expect(() => take(3, { index: [place], shape: [1] })).toThrow(`take: ${message}`);
      expect(() => take(Float64Array.of(3), { index: [0, place], shape: [2] })).toThrow(
        DomainError,
      );
    }
    expect(() => take(x, { index: [0.5], shape: [1] })).toThrow("take: expected a whole number");
    expect(() => scatter(1, { index: [0.5], shape: [3] })).toThrow("scatter: expected a whole");
    expect(take(Float64Array.of(5, 6), { index: [1, 0, 1], shape: [3] })).toEqual(
      Float64Array.of(6, 5, 6),
    );
  });

  test("scatter adds where an index comes more than once", () => {
    expect(scatter(Float64Array.of(1, 2, 4), { index: [1, 1, 0], shape: [3] })).toEqual(
      Float64Array.of(4, 3, 0),
    );
    expect(() => scatter(5, { index: [4, 0], shape: [2, 3] })).toThrow(
      "scatter: expected one entry for each of 2 places, got a scalar; pass as many",
    );
  });

  test("take reads by flat position", () => {
    expect(take(A, { index: [5, 0], shape: [2] })).toEqual(Float64Array.of(6, 1));
  });

  test("a rule that copies entries says which", () => {
    const { index, shape } = row.rule.gather?.([2, 3], 1) ?? { index: [], shape: [] };
    expect(Array.from(index)).toEqual([3, 4, 5]);
    expect(shape).toEqual([3]);
    expect(row.rule.dependence).toBe("gather");
  });
});

test("derivatives go to the entries that were read", () => {
  expect(slope((t) => at(mul(x, t) as Float64Array, 1), 1)).toBe(6);
  expect(entriesOf(value(slope((t) => gather(mul(x, t) as Float64Array, [2, 0]), 1)))).toEqual(
    Float64Array.of(7, 5),
  );
});
