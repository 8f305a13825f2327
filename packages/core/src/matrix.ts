import { DomainError, OperatorError, ShapeError } from "./errors.ts";
import { printMatrix } from "./print.ts";

/** A dense float64 matrix, stored row by row. A container: its numerics live in `@jacobian/linalg`. */
export class Matrix {
  readonly rows: number;
  readonly cols: number;
  /** Entry (i, j) stands at i·cols + j. */
  readonly data: Float64Array;

  /**
   * A rows × cols matrix over `data` (not copied), or of zeros.
   * @throws ShapeError unless rows and cols are whole numbers ≥ 0 and `data` has rows·cols entries;
   * DomainError if there is no room for so many.
   * @example
   * new Matrix(2, 2, Float64Array.of(1, 2, 3, 4)).at(1, 0); // 3
   */
  constructor(rows: number, cols: number, data: Float64Array = room(rows, cols)) {
    if (!(data instanceof Float64Array)) {
      throw new ShapeError(
        `Matrix: expected its entries in a Float64Array, got another kind of list; write Float64Array.from(entries), or Matrix.fromRows(rows)`,
      );
    }
    if (data.length !== size(rows, cols)) {
      throw new ShapeError(
        `Matrix: expected ${rows}×${cols} = ${rows * cols} entries, got ${data.length}; pass one entry for each place, row by row`,
      );
    }
    this.rows = rows;
    this.cols = cols;
    this.data = data;
  }

  /**
   * The matrix with these rows.
   * @throws ShapeError unless all rows are equally long.
   * @example
   * Matrix.fromRows([[1, 2], [3, 4]]); // Matrix 2×2 [1 2] [3 4]
   */
  static fromRows(rows: readonly ArrayLike<number>[]): Matrix {
    const cols = rows[0]?.length ?? 0;
    const matrix = new Matrix(rows.length, cols);
    rows.forEach((row, i) => {
      if (row.length !== cols) {
        throw new ShapeError(
          `Matrix.fromRows: expected rows of ${cols} entries, got ${row.length} in row ${i}; make all rows equally long`,
        );
      }
      matrix.data.set(row, i * cols);
    });
    return matrix;
  }

  /** [rows, cols] */
  get shape(): readonly [number, number] {
    return [this.rows, this.cols];
  }

  /** Tells a Matrix, whichever copy of this package made it. */
  get isJacobianMatrix(): true {
    return true;
  }

  /**
   * Entry (i, j), counted from 0.
   * @throws DomainError outside the matrix.
   */
  at(i: number, j: number): number {
    const inside = Number.isInteger(i) && Number.isInteger(j) && j >= 0 && j < this.cols;
    const entry = inside ? this.data[i * this.cols + j] : undefined;
    if (entry !== undefined) return entry;
    throw new DomainError(
      `Matrix.at: expected an entry of a ${this.rows}×${this.cols} matrix, got (${i}, ${j}); count rows and columns from 0`,
    );
  }

  /** Its rows as arrays of numbers: also what JSON shows. */
  toJSON(): number[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from(this.data.subarray(i * this.cols, (i + 1) * this.cols)),
    );
  }

  /** Rows and columns aligned for reading; a large matrix is elided. */
  toString(): string {
    return printMatrix(this);
  }

  /** @throws OperatorError for every operator but the one that makes a string. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new OperatorError(
      `operator: expected a function of @jacobian/core, got a native operator on a Matrix ${this.rows}×${this.cols}; call add, sub, mul, div, or matmul of @jacobian/linalg`,
    );
  }

  [/*#__PURE__*/ Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

const size = (rows: number, cols: number): number => {
  if (Number.isInteger(rows) && Number.isInteger(cols) && rows >= 0 && cols >= 0)
    return rows * cols;
  throw new ShapeError(
    `Matrix: expected whole numbers of rows and columns, got ${rows} and ${cols}; both are 0 or more`,
  );
};

const room = (rows: number, cols: number): Float64Array => {
  const entries = size(rows, cols);
  try {
    return new Float64Array(entries);
  } catch {
    throw new DomainError(
      `Matrix: expected a matrix that fits into memory, got one of ${rows}×${cols}; keep its rows, or its blocks, apart`,
    );
  }
};
