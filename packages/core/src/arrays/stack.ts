import { ShapeError } from "../errors.ts";
import type { Matrix } from "../matrix.ts";
import {
  describeShape,
  entriesOf,
  isValue,
  notAValue,
  plainOf,
  shapeOf,
  sizeOf,
} from "../shape.ts";
import { structured, type Structured } from "../structured.ts";
import type { MatrixValue, Plain, Scalar, Shape, Value, Vector } from "../value.ts";

const concatenated = (parts: readonly Plain[], size: number): Float64Array => {
  const to = new Float64Array(size);
  let place = 0;
  for (const part of parts) {
    if (typeof part === "number") to[place++] = part;
    else {
      to.set(entriesOf(part), place);
      place += entriesOf(part).length;
    }
  }
  return to;
};

/**
 * The entries of all inputs laid end to end in one value of the given shape. Linear; its transpose is
 * `unstack`.
 * @example
 * stack([1, Float64Array.of(2, 3, 4)], [2, 2]); // [ Matrix 2×2 [1 2] [3 4] ]
 */
export const stack: Structured<Shape> = /*#__PURE__*/ structured<Shape>("stack", {
  value: (inputs, shape) => [plainOf(shape, concatenated(inputs, sizeOf(shape)))],
  shape: (inputs, shape) => {
    const entries = inputs.reduce((n, input) => n + sizeOf(input), 0);
    if (entries === sizeOf(shape)) return [shape];
    throw new ShapeError(
      `stack: expected ${sizeOf(shape)} entries to make ${describeShape(shape)}, got ${entries}; pass one for each place`,
    );
  },
  pushforward: (tangents, _inputs, _outputs, shape) => stack(tangents, shape),
  pullback: ([bar = 0], inputs) => unstack([bar], inputs.map(shapeOf)),
  dependence: "gather",
  linearity: "linear",
});

/**
 * One value cut into values of the given shapes. Linear; its transpose is `stack`.
 * @example
 * unstack([Float64Array.of(1, 2, 3)], [[], [2]]); // [ 1, Float64Array(2) [ 2, 3 ] ]
 */
export const unstack: Structured<readonly Shape[]> = /*#__PURE__*/ structured<readonly Shape[]>(
  "unstack",
  {
    value: ([x = NaN], shapes) => {
      const entries = entriesOf(x);
      let place = 0;
      return shapes.map((shape) =>
        shape.length === 0
          ? entries[place++]!
          : plainOf(shape, entries.slice(place, (place += sizeOf(shape)))),
      );
    },
    shape: ([shape = []], shapes) => {
      const entries = shapes.reduce((n, part) => n + sizeOf(part), 0);
      if (entries === sizeOf(shape)) return shapes;
      throw new ShapeError(
        `unstack: expected the ${entries} entries of ${shapes.map(describeShape).join(", ")}, got ${describeShape(shape)}; pass one for each place`,
      );
    },
    pushforward: (tangents, _inputs, _outputs, shapes) => unstack(tangents, shapes),
    pullback: (bars, [x = NaN]) => stack(bars, shapeOf(x)),
    dependence: "gather",
    linearity: "linear",
  },
);

const sizeOfAll = (operation: string, parts: readonly Value[]): number => {
  let size = 0;
  // Unlike `reduce`, it does not pass over a hole.
  for (const part of parts) {
    if (!isValue(part)) throw notAValue(operation, part);
    size += sizeOf(shapeOf(part));
  }
  return size;
};

interface VectorOf {
  (parts: readonly (number | Float64Array)[]): Float64Array;
  (parts: readonly (Scalar | Vector)[]): Vector;
}

/**
 * One vector from scalars, or from scalars and vectors laid end to end.
 * @example
 * vector([1, 2, 3]); // Float64Array(3) [ 1, 2, 3 ]
 */
// The overloads say that plain parts make a plain vector.
export const vector = ((parts: readonly (Scalar | Vector)[]): Value =>
  stack(parts, [sizeOfAll("vector", parts)])[0] ?? NaN) as VectorOf;

type Row = readonly Scalar[] | Vector;

const isList = (row: Row): row is readonly Scalar[] => Array.isArray(row);

interface MatrixOf {
  (rows: readonly (readonly number[] | Float64Array)[]): Matrix;
  (rows: readonly Row[]): MatrixValue;
}

/**
 * One matrix from its rows, each a list of scalars or a vector.
 * @throws ShapeError unless all rows are equally long.
 * @example
 * matrix([[1, 2], [3, 4]]); // Matrix 2×2 [1 2] [3 4]
 */
// The overloads say that plain rows make a plain matrix.
export const matrix = ((rows: readonly Row[]): Value => {
  const parts = Array.from(rows, (row): readonly Value[] => (isList(row) ? row : [row]));
  const sizes = parts.map((row) => sizeOfAll("matrix", row));
  const cols = sizes[0] ?? 0;
  const uneven = sizes.findIndex((size) => size !== cols);
  if (uneven >= 0) {
    throw new ShapeError(
      `matrix: expected rows of ${cols} entries, got ${sizes[uneven] ?? 0} in row ${uneven}; make all rows equally long`,
    );
  }
  return stack(parts.flat(), [rows.length, cols])[0] ?? NaN;
}) as MatrixOf;
