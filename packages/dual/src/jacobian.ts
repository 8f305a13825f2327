import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type MatrixValue,
  type Scalars,
  type Value,
  Element,
  Matrix,
  entriesOf,
  entryCount,
  fromColumns,
  stack,
} from "@jacobian/core";
import { type ChunkOptions, chunkOf } from "./chunk.ts";
import { columnsOf } from "./columns.ts";
import type { AnyFunction } from "./evaluate.ts";

/**
 * The Jacobian with respect to the first argument, a chunk of columns at a time: a row for each entry
 * of the output, a column for each entry of the input, both in container order (m×1 for a curve, 1×n
 * for a scalar function). Costs about n evaluations, less what the columns of a chunk share.
 * @throws DomainError for an option that is none; OperatorError or LevelError for an output that is no
 * value of f's own; ShapeError for one whose structure changes between evaluations.
 * @example
 * jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0]); // Matrix 2×2 [1 0] [0 2]
 */
export const jacobian = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: ChunkOptions = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => MatrixFor<A>) => {
  const chunk = chunkOf("jacobian", options);
  return (x, ...constants) => {
    const { value, columns } = columnsOf("jacobian", f as AnyFunction, x, constants, chunk);
    // Plain columns make a plain matrix.
    return sideBySide(columns, entryCount("jacobian", value)) as MatrixFor<typeof x>;
  };
};

/** The matrix with these columns, each a list of values laid end to end. */
const sideBySide = (columns: readonly (readonly Value[])[], rows: number): MatrixValue => {
  const cols = columns.length;
  const data = new Float64Array(rows * cols);
  for (let j = 0; j < cols; j++) {
    let place = j;
    for (const part of columns[j]!) {
      if (part instanceof Element) {
        // An element of an outer level: the same by primitives, so that it can be differentiated.
        return fromColumns(stack(columns.flat(), [rows * cols])[0] ?? NaN, rows, cols);
      }
      if (typeof part === "number") {
        data[place] = part;
        place += cols;
      } else {
        for (const entry of entriesOf(part)) {
          data[place] = entry;
          place += cols;
        }
      }
    }
  }
  return new Matrix(rows, cols, data);
};
