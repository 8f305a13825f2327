import {
  type Plain,
  type Shape,
  type Value,
  ShapeError,
  describeShape,
  isValue,
  notAValue,
  shapeOf,
  value,
} from "@jacobian/core";

/** @throws OperatorError or ShapeError for what is no value. */
export const operandShape = (operation: string, x: Value): Shape => {
  if (isValue(x)) return shapeOf(x);
  throw notAValue(operation, x);
};

/**
 * What an operand is to a function that looks at its numbers first.
 * @throws OperatorError or ShapeError for what is no value.
 */
export const plainOperand = (operation: string, x: Value): Plain => {
  if (isValue(x)) return value(x);
  throw notAValue(operation, x);
};

/** @throws ShapeError for what is no matrix. */
export const matrixShape = (operation: string, shape: Shape): readonly [number, number] => {
  const [rows, cols] = shape;
  if (rows !== undefined && cols !== undefined) return [rows, cols];
  throw new ShapeError(
    `${operation}: expected a matrix, got ${describeShape(shape)}; make one with matrix([[...], ...])`,
  );
};

/** @throws ShapeError for what is no square matrix. */
export const squareSize = (operation: string, shape: Shape): number => {
  const [rows, cols] = matrixShape(operation, shape);
  if (rows === cols) return rows;
  throw new ShapeError(
    `${operation}: expected a square matrix, got ${describeShape(shape)}; it is defined for as many rows as columns`,
  );
};

/** @throws ShapeError for what is no vector. */
export const vectorLength = (operation: string, shape: Shape): number => {
  const [n, cols] = shape;
  if (n !== undefined && cols === undefined) return n;
  throw new ShapeError(
    `${operation}: expected a vector, got ${describeShape(shape)}; make one with vector([...])`,
  );
};

/** The error for two shapes that do not fit together. */
export const misfit = (
  operation: string,
  expected: string,
  a: Shape,
  b: Shape,
  remedy: string,
): ShapeError =>
  new ShapeError(
    `${operation}: expected ${expected}, got ${describeShape(a)} and ${describeShape(b)}; ${remedy}`,
  );
