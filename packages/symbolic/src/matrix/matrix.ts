import {
  describe,
  isValue,
  matrix,
  type MatrixValue,
  type Scalar,
  ShapeError,
  shapeOf,
  type Vector,
} from "@jacobian/core";
import { FormulaArray } from "../formula/array.ts";
import type { Formula } from "../formula/formula.ts";
import { entriesOf } from "../formula/lift.ts";

/** A matrix of numbers or formulas: one value, or its rows. */
export type MatrixLike = MatrixValue | readonly (readonly Scalar[] | Vector)[];

/** Rows of formulas. */
export type Rows = readonly (readonly Formula[])[];

/** @throws ShapeError for what is no matrix, or rows that are not equally long. */
export const rowsOf = (operation: string, A: MatrixLike): Rows => {
  const value = isValue(A) || !Array.isArray(A) ? A : matrix(A as Parameters<typeof matrix>[0]);
  const [rows, cols] = isValue(value) ? shapeOf(value) : [];
  if (!isValue(value) || rows === undefined || cols === undefined) {
    throw new ShapeError(
      `${operation}: expected a matrix, got ${describe(A)}; make one with matrix([[...], ...])`,
    );
  }
  const entries = entriesOf(value);
  return Array.from({ length: rows }, (_, i) => entries.slice(i * cols, (i + 1) * cols));
};

/** @throws ShapeError unless there are as many rows as columns. */
export const squareRowsOf = (operation: string, A: MatrixLike): Rows => {
  const rows = rowsOf(operation, A);
  const cols = rows[0]?.length ?? 0;
  if (rows.length === cols) return rows;
  throw new ShapeError(
    `${operation}: expected a square matrix, got a ${rows.length}×${cols} matrix; pass as many rows as columns`,
  );
};

export const matrixOf = (rows: Rows, cols = rows[0]?.length ?? 0): FormulaArray<2> =>
  new FormulaArray([rows.length, cols], rows.flat());
