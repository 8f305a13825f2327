import {
  type Matrix,
  type MatrixValue,
  type Plain,
  type Shape,
  type StructuredRule,
  type Value,
  type Vector,
  ShapeError,
  callable,
  column,
  describeShape,
  entriesOf,
  plainOf,
  shapeOf,
  stack,
  structured,
} from "@jacobian/core";
import { submatrix } from "./submatrix.ts";
import { transpose } from "../products/transpose.ts";
import { operandShape } from "../shapes.ts";

interface Join {
  (...parts: (Matrix | Float64Array)[]): Matrix;
  (...parts: (MatrixValue | Vector)[]): MatrixValue;
}

/**
 * The length that all parts share, and that of each which is added up; 0 of no parts.
 * @throws ShapeError showing the first part and one that does not fit to it.
 */
const lengths = (
  operation: string,
  shapes: readonly Shape[],
  sizes: (shape: Shape) => readonly (number | undefined)[],
  [shared, line]: readonly [string, string],
): [number, number[]] => {
  const [first = []] = shapes;
  const [length = 0] = shapes.length === 0 ? [] : sizes(first);
  const added = shapes.map((shape, k) => {
    const [own, along] = shape.length === 0 ? [] : sizes(shape);
    if (own === length && along !== undefined) return along;
    const others = k === 0 ? "" : ` beside ${describeShape(first)} as part 0`;
    throw new ShapeError(
      `${operation}: expected matrices with as many ${shared}, or vectors (one ${line} each), got ${describeShape(shape)} as part ${k}${others}; parts are counted from 0`,
    );
  });
  return [length, added];
};

const across = (shapes: readonly Shape[]): [number, number[]] =>
  lengths("hstack", shapes, ([m, n = 1]) => [m, n], ["rows", "column"]);

const sum = (sizes: readonly number[]): number => sizes.reduce((total, n) => total + n, 0);

/** Copies a part's n columns into the columns from `left` on of an array of `width` columns. */
const paste = (to: Float64Array, width: number, left: number, part: Plain, n: number): void => {
  const from = entriesOf(part);
  for (let i = 0; i * width < to.length; i++) {
    to.set(from.subarray(i * n, (i + 1) * n), i * width + left);
  }
};

/** A column as a row, a matrix transposed. */
const standing = (part: Value): MatrixValue | Vector =>
  // What is stacked is a vector or a matrix.
  shapeOf(part).length === 1 ? (part as Vector) : transpose(part as MatrixValue);

const beside = /*#__PURE__*/ structured("hstack", {
  value: (parts) => {
    const [m, widths] = across(parts.map(shapeOf));
    const width = sum(widths);
    const to = new Float64Array(m * width);
    let left = 0;
    parts.forEach((part, k) => {
      const n = widths[k] ?? 0;
      if (n > 0) paste(to, width, left, part, n);
      left += n;
    });
    return [plainOf([m, width], to)];
  },
  shape: (shapes) => {
    const [m, widths] = across(shapes);
    return [[m, sum(widths)]];
  },
  pushforward: (tangents): readonly Value[] => beside(tangents),
  pullback: ([bar = NaN], parts) => {
    const [, widths] = across(parts.map(shapeOf));
    let left = 0;
    return parts.map((part, k) => {
      const from = left;
      left += widths[k] ?? 0;
      // What is stacked is a matrix, and so is its adjoint.
      const sheet = bar as MatrixValue;
      return shapeOf(part).length === 1
        ? column(sheet, from)
        : submatrix(sheet, undefined, [from, left]);
    });
  },
  // On top of each other, and transposed.
  formula: (parts) => [transpose(vstack(...parts.map(standing)))],
  dependence: "gather",
  linearity: "linear",
});

/**
 * [A B …], matrices beside each other; a vector is one column. 0×0 of no parts. Linear; its transpose
 * cuts the adjoint into the parts (docs/rules.md (1.15)).
 * @throws ShapeError unless all parts have as many rows.
 * @example
 * hstack(matrix([[1, 2], [3, 4]]), Float64Array.of(5, 6)); // Matrix 2×3 [1 2 5] [3 4 6]
 */
export const hstack: Join & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  beside,
  // The overloads say that parts make a matrix.
  ((...parts: Value[]) => beside(parts)[0]) as Join,
);

/**
 * Matrices on top of each other; a vector is one row. 0×0 of no parts. Linear; its transpose cuts the
 * adjoint into the parts (docs/rules.md (1.15)).
 * @throws ShapeError unless all parts have as many columns.
 * @example
 * vstack(matrix([[1, 2], [3, 4]]), Float64Array.of(5, 6)); // Matrix 3×2 [1 2] [3 4] [5 6]
 */
// The overloads say that parts make a matrix.
export const vstack = ((...parts: Value[]) => {
  const shapes = parts.map((part) => operandShape("vstack", part));
  const sizes = (shape: Shape) => (shape.length === 1 ? [shape[0], 1] : [shape[1], shape[0]]);
  const [n, heights] = lengths("vstack", shapes, sizes, ["columns", "row"]);
  return stack(parts, [sum(heights), n])[0];
}) as Join;
