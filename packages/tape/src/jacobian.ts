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
  leavesOf,
  shapeOf,
  sizeOf,
  stack,
  unflatten,
} from "@jacobian/core";
import { type Pulled, pullOnce, sweptPlain } from "./pull.ts";

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
  return (x, ...constants) => {
    const J = pullOnce("jacobian", f, x, constants, (pulled) => {
      const [rows, cols] = [
        entryCount("jacobian", pulled.value),
        entryCount("jacobian", pulled.inputs),
      ];
      return pulled.tape.isPlain([])
        ? new Matrix(rows, cols, byLanes(pulled, rows, cols, chunk))
        : byPrimitives(pulled, rows, cols);
    });
    // Plain input makes a plain matrix.
    return J as MatrixFor<typeof x>;
  };
};

/** Row by row, `chunk` of them in one sweep. */
const byLanes = (pulled: Pulled, rows: number, cols: number, chunk: number): Float64Array => {
  const { tape, inputs, outputs } = pulled;
  const data = new Float64Array(rows * cols);
  // For every row the node it is about, if any, and the place in it.
  const places = outputs.flatMap((y) =>
    Array.from({ length: sizeOf(shapeOf(y)) }, (_, k) => ({ node: tape.own(y), index: [k] })),
  );
  for (let from = 0; from < rows; from += chunk) {
    const lanes = Math.min(chunk, rows - from);
    sweptPlain(
      tape,
      lanes,
      (adjoints) => {
        for (adjoints.lane = 0; adjoints.lane < lanes; adjoints.lane++) {
          const { node, index } = places[from + adjoints.lane]!;
          if (node !== undefined) adjoints.addAt(node, index, 1);
        }
      },
      (adjoints) => {
        for (adjoints.lane = 0; adjoints.lane < lanes; adjoints.lane++) {
          let place = (from + adjoints.lane) * cols;
          for (const node of inputs) {
            // Adjoints on a plain tape are numbers.
            const bar = adjoints.of(node) as Plain | undefined;
            if (typeof bar === "number") data[place] = bar;
            else if (bar !== undefined) data.set(entriesOf(bar), place);
            place += sizeOf(node.shape);
          }
        }
      },
    );
  }
  return data;
};

/** The same with elements of an outer level, so that it can be differentiated. */
const byPrimitives = ({ value, pullback }: Pulled, rows: number, cols: number): Value => {
  const cotangents: unknown[] = [];
  for (let i = 0; i < rows; i++) {
    const seed = new Float64Array(rows).fill(1, i, i + 1);
    cotangents.push(pullback(unflatten("jacobian", value, seed)));
  }
  // `stack` makes what its shape says.
  return stack(leavesOf("jacobian", cotangents), [rows, cols])[0] ?? NaN;
};
