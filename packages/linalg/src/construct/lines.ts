import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Shape,
  type Value,
  type Vector,
  OperatorError,
  ShapeError,
  describe,
  describeShape,
  fromColumns as assembled,
  isValue,
  notAValue,
  shapeOf,
  stack,
} from "@jacobian/core";

/** A row or column: a vector, or a list of scalars. */
export type Line = Vector | readonly Scalar[];

interface FromLines {
  (lines: readonly (Float64Array | readonly number[])[]): Matrix;
  (lines: readonly Line[]): MatrixValue;
}

type Kind = "row" | "column";

/** What is no scalar in a list, or no vector in its stead. */
const refused = (operation: string, expected: string, place: string, shape: Shape): ShapeError =>
  new ShapeError(
    `${operation}: expected ${expected}, got ${describeShape(shape)} ${place}; use vstack, hstack or blockMatrix to join larger parts`,
  );

const parts = (operation: string, kind: Kind, line: Line, k: number): readonly Value[] => {
  if (!Array.isArray(line)) {
    if (!isValue(line)) throw notAValue(operation, line);
    if (shapeOf(line).length === 1) return [line];
    throw refused(operation, "vectors or lists of scalars", `as ${kind} ${k}`, shapeOf(line));
  }
  // Unlike `forEach`, it does not pass over a hole.
  for (const entry of line as readonly unknown[]) {
    if (!isValue(entry)) throw notAValue(operation, entry);
    if (shapeOf(entry).length === 0) continue;
    throw refused(operation, "lists of scalars", `in ${kind} ${k}`, shapeOf(entry));
  }
  // Each entry has been looked at.
  return line as readonly Value[];
};

const lengthOf = (line: Line): number => line.length;

/** The entries of all lines, end to end, and how many there are in each. */
const laidOut = (operation: string, kind: Kind, lines: readonly Line[]): [Value, number] => {
  if (!Array.isArray(lines)) {
    throw new OperatorError(
      `${operation}: expected a list of ${kind}s, got ${describe(lines)}; write ${operation}([x, y, ...])`,
    );
  }
  const entries = Array.from(lines).flatMap((line: Line, k) => parts(operation, kind, line, k));
  const [length = 0, ...others] = lines.map(lengthOf);
  const uneven = others.findIndex((other) => other !== length) + 1;
  if (uneven > 0) {
    throw new ShapeError(
      `${operation}: expected ${kind}s of ${length} entries, got ${others[uneven - 1] ?? 0} in ${kind} ${uneven}; make all ${kind}s equally long`,
    );
  }
  return [stack(entries, [lines.length * length])[0] ?? NaN, length];
};

/**
 * The matrix with these rows, each a vector or a list of scalars; 0×0 of none. It reads what
 * `JSON.stringify` makes of a matrix that has rows.
 * @throws ShapeError unless all rows are vectors or lists of scalars of one length.
 * @example
 * fromRows([[1, 2], Float64Array.of(3, 4)]); // Matrix 2×2 [1 2] [3 4]
 */
// The overloads say that plain rows make a plain matrix.
export const fromRows = ((rows: readonly Line[]): Value => {
  const [entries, length] = laidOut("fromRows", "row", rows);
  return stack([entries], [rows.length, length])[0] ?? NaN;
}) as FromLines;

/**
 * The matrix with these columns, each a vector or a list of scalars; 0×0 of none.
 * @throws ShapeError unless all columns are vectors or lists of scalars of one length.
 * @example
 * fromColumns([[1, 2], Float64Array.of(3, 4)]); // Matrix 2×2 [1 3] [2 4]
 */
// The overloads say that plain columns make a plain matrix.
export const fromColumns = ((columns: readonly Line[]): Value => {
  const [entries, length] = laidOut("fromColumns", "column", columns);
  return assembled(entries, length, columns.length);
}) as FromLines;
