import {
  type ChunkOptions,
  type Differentiable,
  type Input,
  type MatrixFor,
  type MatrixValue,
  type Scalars,
  Element,
  Matrix,
  entriesOf,
  fromColumns,
  shapeOf,
  sizeOf,
  stack,
} from "@jacobian/core";
import { chunkOf } from "./chunk.ts";
import { type Columns, columnsOf } from "./columns.ts";
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
    const columns = columnsOf("jacobian", f as AnyFunction, x, constants, chunk);
    // Plain columns make a plain matrix.
    return sideBySide(columns) as MatrixFor<typeof x>;
  };
};

/** The columns as a matrix, what is not known to be 0 written into zeros. */
const sideBySide = (columns: Columns): MatrixValue => {
  const { rows, cols, chunks } = columns;
  const data = new Float64Array(rows * cols);
  let elements = 0;
  for (const { from, directions, tangents } of chunks) {
    let start = from;
    for (const d of tangents) {
      directions.visit(d, (lane, k) => {
        if (typeof lane === "number") data[start + k] = lane;
        else if (lane instanceof Element) elements++;
        else entriesOf(lane).forEach((entry, i) => (data[start + k + i * cols] = entry));
      });
      start += cols * sizeOf(shapeOf(d));
    }
  }
  return elements === 0 ? new Matrix(rows, cols, data) : byPrimitives(columns);
};

/** The same with elements of an outer level among the entries, so that it can be differentiated. */
const byPrimitives = ({ rows, cols, chunks }: Columns): MatrixValue => {
  const parts = chunks.flatMap(({ directions, tangents }) =>
    Array.from({ length: directions.count }, (_, k) =>
      tangents.map((d) => directions.lane(d, k)),
    ).flat(),
  );
  return fromColumns(stack(parts, [rows * cols])[0] ?? NaN, rows, cols);
};
