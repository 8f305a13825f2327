import {
  type Matrix,
  type MatrixValue,
  type Shape,
  type Value,
  type Vector,
  OperatorError,
  ShapeError,
  describe,
  describeShape,
  scatter,
  stack,
} from "@jacobian/core";
import { hstack, vstack } from "./stacking.ts";
import { matrixShape, operandShape } from "../shapes.ts";
import { zeroMatrix } from "./zero-matrix.ts";

/** A matrix, a vector (one column), or 0 for a block of zeros. */
export type Block = MatrixValue | Vector | 0;

interface BlockMatrix {
  (blocks: readonly (readonly (Matrix | Float64Array | 0)[])[]): Matrix;
  (blocks: readonly (readonly Block[])[]): MatrixValue;
}

const blockShape = (block: Value, i: number, j: number): Shape | undefined => {
  if (block === 0) return undefined;
  const shape = operandShape("blockMatrix", block);
  if (shape.length > 0) return shape;
  throw new ShapeError(
    `blockMatrix: expected a matrix, a vector (one column) or 0 (zeros) as block (${i}, ${j}), got a scalar; write fromRows([[x]]) for a 1×1 block`,
  );
};

type Shapes = readonly (readonly (Shape | undefined)[])[];

/**
 * The rows of each row of blocks, or the columns of each column.
 * @throws ShapeError for a block that differs from another of its line, or a line without a size.
 */
const thickness = (lines: Shapes, axis: 0 | 1, cross: (i: number, j: number) => string) =>
  lines.map((line, i) => {
    const size = (shape: Shape): number => shape[axis] ?? 1;
    const known = line.find((shape) => shape !== undefined);
    const [what, where] = axis === 0 ? ["rows", "row"] : ["columns", "column"];
    if (line.length === 0) return 0;
    if (known === undefined) {
      throw new ShapeError(
        `blockMatrix: expected a block with a size in ${where} ${i} of the blocks, got only zeros; write zeroMatrix(m, n) for one of them`,
      );
    }
    const odd = line.findIndex((shape) => shape !== undefined && size(shape) !== size(known));
    if (odd < 0) return size(known);
    throw new ShapeError(
      `blockMatrix: expected blocks with as many ${what} in ${where} ${i} of the blocks, got ${describeShape(known)} as block ${cross(i, line.indexOf(known))} and ${describeShape(line[odd] ?? [])} as block ${cross(i, odd)}; make them equal`,
    );
  });

/** @throws OperatorError for what is no list of rows of blocks, ShapeError for rows that differ in length. */
const checkedGrid = (blocks: readonly (readonly Block[])[]): void => {
  // Unlike `every`, `findIndex` does not pass over a hole.
  const odd = Array.isArray(blocks) ? blocks.findIndex((row) => !Array.isArray(row)) : 0;
  if (odd >= 0) {
    const got = Array.isArray(blocks) ? `${describe(blocks[odd])} as row ${odd}` : describe(blocks);
    throw new OperatorError(
      `blockMatrix: expected a list of rows of blocks, got ${got}; write blockMatrix([[A, B], [C, D]])`,
    );
  }
  const [first = []] = blocks;
  const uneven = blocks.findIndex((row) => row.length !== first.length);
  if (uneven < 0) return;
  throw new ShapeError(
    `blockMatrix: expected rows of ${first.length} blocks, got ${blocks[uneven]?.length ?? 0} in row ${uneven}; write 0 for a block of zeros`,
  );
};

/**
 * The matrix of these blocks, as in [[A, B], [C, D]]. A vector is one column; the number 0 is a block of
 * zeros, whose size follows from the other blocks of its row and column. Linear; its
 * transpose cuts the adjoint into the blocks (docs/rules.md (1.15)).
 * @throws ShapeError unless the blocks of a row have as many rows and those of a column as many columns.
 * @example
 * blockMatrix([[matrix([[1, 2]]), 0], [0, Float64Array.of(3, 4)]]); // Matrix 3×3 [1 2 0] [0 0 3] [0 0 4]
 */
// The overloads say that plain blocks make a plain matrix.
export const blockMatrix = ((blocks: readonly (readonly Block[])[]): Value => {
  checkedGrid(blocks);
  // Unlike `map`, `Array.from` does not pass over a hole.
  const shapes = blocks.map((row, i) => Array.from(row, (block, j) => blockShape(block, i, j)));
  const columns = (shapes[0] ?? []).map((_, j) => shapes.map((row) => row[j]));
  const heights = thickness(shapes, 0, (i, j) => `(${i}, ${j})`);
  const widths = thickness(columns, 1, (j, i) => `(${i}, ${j})`);
  const rows = blocks.map((row, i) =>
    hstack(
      ...row.map((block, j) => (block === 0 ? zeroMatrix(heights[i] ?? 0, widths[j] ?? 0) : block)),
    ),
  );
  return vstack(...rows);
}) as BlockMatrix;

interface BlockDiagonal {
  (...blocks: Matrix[]): Matrix;
  (...blocks: MatrixValue[]): MatrixValue;
}

/** Where the entries of all blocks stand, one block after another, in a matrix of `width` columns. */
const diagonalPlaces = (
  shapes: readonly (readonly [number, number])[],
  width: number,
): number[] => {
  const index: number[] = [];
  let [top, left] = [0, 0];
  for (const [m, n] of shapes) {
    for (let i = top; i < top + m; i++) {
      for (let j = left; j < left + n; j++) index.push(i * width + j);
    }
    [top, left] = [top + m, left + n];
  }
  return index;
};

/**
 * The matrix with these blocks, square or not, along its diagonal and 0 elsewhere; 0×0 of none. Linear;
 * its transpose reads the blocks (docs/rules.md (1.16)).
 * @throws ShapeError for what is no matrix.
 * @example
 * blockDiagonal(matrix([[1, 2]]), matrix([[3], [4]])); // Matrix 3×3 [1 2 0] [0 0 3] [0 0 4]
 */
// The overloads say that plain blocks make a plain matrix.
export const blockDiagonal = ((...blocks: MatrixValue[]): Value => {
  const shapes = blocks.map((block) =>
    matrixShape("blockDiagonal", operandShape("blockDiagonal", block)),
  );
  const rows = shapes.reduce((total, [m]) => total + m, 0);
  const cols = shapes.reduce((total, [, n]) => total + n, 0);
  const index = diagonalPlaces(shapes, cols);
  const [entries = NaN] = stack(blocks, [index.length]);
  return scatter(entries, { index, shape: [rows, cols] });
}) as BlockDiagonal;
