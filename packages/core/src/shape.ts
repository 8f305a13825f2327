import { Element } from "./element.ts";
import { DuplicateCoreError, OperatorError, ShapeError } from "./errors.ts";
import { Matrix } from "./matrix.ts";
import { printNumber, printVector } from "./print.ts";
import type { Plain, Shape, Value } from "./value.ts";

const scalar: Shape = [];

/**
 * [] for a scalar, [n] for a vector, [rows, cols] for a matrix.
 * @example
 * shapeOf(matrix([[1, 2, 3]])); // [ 1, 3 ]
 */
export const shapeOf = (x: Value): Shape =>
  typeof x === "number" ? scalar : x instanceof Float64Array ? [x.length] : x.shape;

/**
 * The same rank and lengths.
 * @example
 * sameShape([2, 3], [3, 2]); // false
 */
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a[0] === b[0] && a[1] === b[1];

/**
 * How many entries a value of this shape has.
 * @example
 * sizeOf([2, 3]); // 6
 */
export const sizeOf = (shape: Shape): number =>
  shape.length === 0 ? 1 : shape[0]! * (shape[1] ?? 1);

/**
 * "a scalar", "a vector of 3", "a 2×3 matrix".
 * @example
 * describeShape([2, 3]); // "a 2×3 matrix"
 */
export const describeShape = (shape: Shape): string => {
  const [m, n] = shape;
  if (m === undefined) return "a scalar";
  return n === undefined ? `a vector of ${m}` : `a ${m}×${n} matrix`;
};

/**
 * A plain value of this shape, entries from `data`.
 * @example
 * plainOf([2, 1], Float64Array.of(1, 2)); // Matrix 2×1 [1] [2]
 */
export const plainOf = (shape: Shape, data: Float64Array): Plain => {
  const [m, n] = shape;
  if (m === undefined) return data[0] ?? NaN;
  return n === undefined ? data : new Matrix(m, n, data);
};

/**
 * A value that a rule made, which must have the shape the rule stated.
 * @throws ShapeError showing both.
 */
export const checkedShape = (operation: string, shape: Shape, y: Plain): Plain => {
  if (sameShape(shape, shapeOf(y))) return y;
  throw new ShapeError(
    `${operation}: expected ${describeShape(shape)} as its rule states, got ${describeShape(shapeOf(y))}; make value and shape agree`,
  );
};

/**
 * The entries of a plain value, row by row: its own storage where it has one.
 * @example
 * entriesOf(matrix([[1, 2], [3, 4]])); // Float64Array(4) [ 1, 2, 3, 4 ]
 */
export const entriesOf = (x: Plain): Float64Array =>
  typeof x === "number" ? new Float64Array(1).fill(x) : x instanceof Float64Array ? x : x.data;

/**
 * The same value in storage of its own: what is kept must not follow what a caller writes into an array.
 * @example
 * copied(Float64Array.of(1, 2)); // Float64Array(2) [ 1, 2 ]
 */
export const copied = (x: Value): Value =>
  x instanceof Float64Array || x instanceof Matrix ? plainOf(shapeOf(x), entriesOf(x).slice()) : x;

/**
 * 0, or an array of zeros.
 * @example
 * zeros([2]); // Float64Array(2) [ 0, 0 ]
 */
export const zeros = (shape: Shape): Plain => {
  const [m, n] = shape;
  if (m === undefined) return 0;
  return n === undefined ? new Float64Array(m) : new Matrix(m, n);
};

/**
 * Whether x is what primitives take: a number, Float64Array, Matrix or element of this copy of core.
 * @example
 * isValue([1, 2]); // false
 */
export const isValue = (x: unknown): x is Value =>
  typeof x === "number" || x instanceof Element || x instanceof Float64Array || x instanceof Matrix;

/** An object without a prototype has no constructor either, and that of a generator has no name. */
const classOf = (x: object): string =>
  ("constructor" in x && x.constructor.name) || Object.prototype.toString.call(x).slice(8, -1);

/** A message shows so much of an element: a formula may be as long as a book. */
const longest = 200;

const clipped = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

/**
 * What an error message shows of any operand whatever, on one line.
 * @example
 * describe([1, 2]); // "an array of 2"
 */
export const describe = (x: unknown): string => {
  if (typeof x === "number") return printNumber(x);
  if (x instanceof Float64Array) return printVector(x);
  if (x instanceof Matrix) return describeShape(x.shape);
  if (x instanceof Element) return clipped(x.toString());
  if (Array.isArray(x)) return `an array of ${x.length}`;
  if (typeof x === "function") return `the function ${x.name || "without a name"}`;
  if (typeof x === "string") return JSON.stringify(x);
  if (typeof x === "bigint") return `the bigint ${x}n`;
  return typeof x === "object" && x !== null ? `an object (${classOf(x)})` : String(x);
};

const branded = (x: unknown): boolean =>
  typeof x === "object" && x !== null && ("isJacobianElement" in x || "isJacobianMatrix" in x);

/**
 * The error for an operand that is no value of this copy of core, where nothing else is allowed but `orElse`.
 * @example
 * notAValue("sin", [1, 2]).name; // "ShapeError"
 */
export const notAValue = (operation: string, x: unknown, orElse = ""): Error => {
  if (branded(x)) {
    return new DuplicateCoreError(
      `${operation}: expected values of one copy of @jacobian/core, got one made by another copy; install a single version (npm ls @jacobian/core shows them)`,
    );
  }
  const got = `expected a number, Float64Array, Matrix or element${orElse}, got ${describe(x)}`;
  if (Array.isArray(x)) {
    return new ShapeError(
      `${operation}: ${got}; make it one value with vector([...]) or matrix([...])`,
    );
  }
  return new OperatorError(`${operation}: ${got}; ${remedyFor(x)}`);
};

const remedyFor = (x: unknown): string => {
  if (x instanceof Promise) {
    return "await it beforehand: a function that is differentiated is not async";
  }
  return typeof x === "function"
    ? "apply it, or differentiate what gives it by jvp, pushforward or derivative, which give a function again"
    : "check what the function that made this operand returns";
};

/** @throws ShapeError naming both shapes. */
export const mismatch = (operation: string, expected: string, a: Shape, b: Shape): ShapeError =>
  new ShapeError(
    `${operation}: expected ${expected}, got ${describeShape(a)} and ${describeShape(b)}; only a scalar meets an array entry by entry`,
  );
