import { Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix } from "../../test-support/matrices.ts";
import { type Line, fromColumns, fromRows, transpose } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (lines: unknown): readonly Line[] => lines as readonly Line[];

describe.each([
  ["fromRows", fromRows, "row"],
  ["fromColumns", fromColumns, "column"],
] as const)("wrong operands of %s", (name, from, line) => {
  test.each([
    [
      "of two lengths",
      [[1, 2], Float64Array.of(3, 4), [5]],
      `${name}: expected ${line}s of 2 entries, got 1 in ${line} 2; make all ${line}s equally long`,
    ],
    [
      "a vector in a list",
      [[1, 2], [Float64Array.of(3, 4)]],
      `${name}: expected lists of scalars, got a vector of 2 in ${line} 1; use vstack, hstack`,
    ],
    [
      "a matrix",
      [new Matrix(1, 2), new Matrix(1, 2)],
      `${name}: expected vectors or lists of scalars, got a 1×2 matrix as ${line} 0; use vstack`,
    ],
    ["scalars", [1, 2], `${name}: expected vectors or lists of scalars, got a scalar as ${line} 0`],
    ["lists of lists", [[[1]]], `${name}: expected a number, Float64Array, Matrix or element, got`],
  ])("%s", (_, lines, message) => {
    expect(() => from(wrong(lines))).toThrow(ShapeError);
    expect(() => from(wrong(lines))).toThrow(message);
  });

  test("a matrix in place of its lines", () => {
    expect(() => from(wrong(new Matrix(2, 2)))).toThrow(
      `${name}: expected a list of ${line}s, got a 2×2 matrix; write ${name}([x, y, ...])`,
    );
  });

  test.each([undefined, 3, "abc", Float64Array.of(1), { 0: [1] }])("no list: %o", (lines) => {
    expect(() => from(wrong(lines))).toThrow(OperatorError);
    expect(() => from(wrong(lines))).toThrow(`${name}: expected a list of ${line}s, got`);
  });

  test.each([[[1, null]], [["a"]], [[undefined]], [null], ["ab"]])("no scalars: %o", (...lines) => {
    expect(() => from(wrong(lines))).toThrow(OperatorError);
    expect(() => from(wrong(lines))).toThrow(`${name}: expected a number`);
  });

  test.each([[[[1], new Array<number>(1)]], [new Array<number[]>(2)]])("holes: %o", (lines) => {
    expect(() => from(wrong(lines))).toThrow(OperatorError);
    expect(() => from(wrong(lines))).toThrow(`${name}: expected a number`);
  });
});

test("rows and columns, of lists and vectors, copied", () => {
  const x = Float64Array.of(3, 4);
  const A = fromRows([[1, 2], x]);
  const B = fromColumns([[1, 2], x]);
  x[0] = 9;
  expect(A.toJSON()).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(B.toJSON()).toEqual([
    [1, 3],
    [2, 4],
  ]);
});

test.each([
  [0, 0],
  [2, 0],
  [1, 5],
  [5, 1],
  [4, 3],
])("%i×%i: fromColumns is fromRows transposed, and JSON is read back", (m, n) => {
  const A = randomMatrix(m, n);
  const rows = JSON.parse(JSON.stringify(A)) as number[][];
  expect(fromRows(rows)).toEqual(A);
  expect(fromColumns(rows)).toEqual(m === 0 ? A : transpose(A));
});

test("0×n has no row that tells n", () => {
  expect(fromRows(new Matrix(0, 3).toJSON()).shape).toEqual([0, 0]);
  expect(fromColumns([[], [], []]).shape).toEqual([0, 3]);
});

test("the type of plain lines is plain, that of others is not", () => {
  const A: Matrix = fromRows([[1, 2]]);
  const line: Line = [1, 2];
  // @ts-expect-error a line may hold elements
  const B: Matrix = fromColumns([line]);
  expect([A.shape, B.shape]).toEqual([
    [1, 2],
    [2, 1],
  ]);
});
