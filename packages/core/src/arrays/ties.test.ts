import { expect, test } from "vitest";
import { Matrix, amax, amin, entriesOf } from "../index.ts";
import { type Axis } from "./lines.ts";
import { ties } from "./ties.ts";

const shares = (x: Float64Array | Matrix, y: Float64Array | number, axis: Axis): number[] => [
  ...entriesOf(ties(x, y, axis) as Float64Array | Matrix),
];

test("entries that tie share equally, others have nothing", () => {
  const x = Float64Array.of(3, 1, 3, 2, 3);
  expect(shares(x, amax(x), undefined)).toEqual([1 / 3, 0, 1 / 3, 0, 1 / 3]);
  expect(shares(x, amin(x), undefined)).toEqual([0, 1, 0, 0, 0]);
});

test("a row does not share with the next, nor a column with the one beside it", () => {
  const A = Matrix.fromRows([
    [1, 5],
    [5, 4],
    [4, 4],
  ]);
  expect(shares(A, Float64Array.of(5, 5, 4), "rows")).toEqual([0, 1, 1, 0, 0.5, 0.5]);
  expect(shares(A, Float64Array.of(5, 5), "columns")).toEqual([0, 1, 1, 0, 0, 0]);
  expect(shares(A, 4, undefined)).toEqual([0, 0, 0, 1 / 3, 1 / 3, 1 / 3]);
});

test("where the extreme is NaN, the entries that are NaN tie for it, and only they", () => {
  expect(shares(Float64Array.of(1, NaN, 2), NaN, undefined)).toEqual([0, 1, 0]);
  expect(shares(Float64Array.of(NaN, 7, NaN), NaN, undefined)).toEqual([0.5, 0, 0.5]);
});
