import {
  type ChunkOptions,
  type Differentiable,
  type Input,
  type MatrixFor,
  type Plain,
  type Scalars,
  type Value,
  Matrix,
  chunkOf,
  entriesOf,
  entryCount,
  shapeOf,
  sizeOf,
  stack,
  zeros,
} from "@jacobian/core";
import { type Pulled, pullOnce, swept } from "./pull.ts";
import type { Adjoints } from "./record.ts";

/** Rows for each sweep, if it is not said: longer chunks were measured to gain little more. */
const usual = 16;

/**
 * The Jacobian with respect to the first argument, a chunk of rows at a time: a row for each entry of
 * the output, a column for each entry of the input, both in container order (m×1 for a curve, 1×n for
 * a scalar function). Costs one evaluation and about m sweeps, less what the rows of a chunk share.
 * @throws DomainError for an option that is none; OperatorError or LevelError for an output that is no
 * value of f's own.
 * @example
 * jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0]); // Matrix 2×2 [1 0] [0 2]
 */
export const jacobian = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: ChunkOptions = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => MatrixFor<A>) => {
  const chunk = chunkOf("jacobian", options, usual);
  // Plain input makes a plain matrix.
  return (x, ...constants) =>
    pullOnce("jacobian", f, x, constants, (pulled) => assembled(pulled, chunk)) as MatrixFor<
      typeof x
    >;
};

/** Row by row: plain ones so many in one sweep, those of elements one by one. */
const assembled = ({ tape, inputs, outputs }: Pulled, most: number): Value => {
  const [rows, cols] = [entryCount("jacobian", outputs), entryCount("jacobian", inputs)];
  const isPlain = tape.isPlain([]);
  const chunk = isPlain ? most : 1;
  const data = new Float64Array(isPlain ? rows * cols : 0);
  const parts: Value[] = [];
  // For every row the node it is about, if any, and the place in it.
  const places = outputs.flatMap((y) =>
    Array.from({ length: sizeOf(shapeOf(y)) }, (_, k) => ({ node: tape.own(y), index: [k] })),
  );
  for (let from = 0; from < rows; from += chunk) {
    const lanes = Math.min(chunk, rows - from);
    const seed = (adjoints: Adjoints): void => {
      for (adjoints.lane = 0; adjoints.lane < lanes; adjoints.lane++) {
        const { node, index } = places[from + adjoints.lane]!;
        if (node !== undefined) adjoints.addAt(node, index, 1);
      }
    };
    swept(tape, isPlain, lanes, seed, (adjoints) => {
      for (adjoints.lane = 0; adjoints.lane < lanes; adjoints.lane++) {
        let place = (from + adjoints.lane) * cols;
        for (const node of inputs) {
          const bar = adjoints.of(node);
          if (!isPlain) parts.push(bar ?? zeros(node.shape));
          else if (typeof bar === "number") data[place] = bar;
          // Adjoints on a plain tape are plain.
          else if (bar !== undefined) data.set(entriesOf(bar as Plain), place);
          place += sizeOf(node.shape);
        }
      }
    });
  }
  // `stack` makes what its shape says.
  return isPlain ? new Matrix(rows, cols, data) : (stack(parts, [rows, cols])[0] ?? NaN);
};
