import {
  type BinaryRule,
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Shape,
  type Value,
  type Vector,
  bilinear,
  entriesOf,
  plainOf,
  sameShape,
  scale,
  shapeOf,
} from "@jacobian/core";
import { product } from "../kernels/product.ts";
import { misfit } from "../shapes.ts";
import { matmul, transposedTimes } from "./products.ts";

interface Outer {
  (x: Float64Array, y: Float64Array): Matrix;
  (x: Vector, y: Vector): MatrixValue;
  (x: Value, y: Value): Value;
  readonly rule: BinaryRule;
}

const outerShape = (a: Shape, b: Shape): Shape => {
  const [[m], [n]] = [a, b];
  if (a.length === 1 && b.length === 1 && m !== undefined && n !== undefined) return [m, n];
  throw misfit("outer", "two vectors", a, b, "for matrices use timesTransposed or kron");
};

/**
 * x·yᵀ, the matrix of all products: entry (i, j) is xᵢ·yⱼ. Bilinear, with x̄ = C̄·y and ȳ = C̄ᵀ·x
 * (docs/rules.md (1.7)).
 * @throws ShapeError for what are no vectors.
 * @example
 * outer(Float64Array.of(1, 2), Float64Array.of(3, 4)); // Matrix 2×2 [3 4] [6 8]
 */
export const outer: Outer = /*#__PURE__*/ bilinear("outer", {
  value: (x, y) => {
    const [[m = 0], [n = 0]] = [shapeOf(x), shapeOf(y)];
    return plainOf([m, n], product(entriesOf(x), entriesOf(y), m, 1, n));
  },
  shape: outerShape,
  adjoints: [(bar, y) => matmul(bar, y), (bar, x) => transposedTimes(bar, x)],
  // The overloads say that two vectors give a matrix.
}) as Outer;

interface Dot {
  (x: Float64Array, y: Float64Array): number;
  (x: Vector, y: Vector): Scalar;
  (x: Value, y: Value): Value;
  readonly rule: BinaryRule;
}

const dotShape = (a: Shape, b: Shape): Shape => {
  if (a.length === 1 && sameShape(a, b)) return [];
  throw misfit(
    "dot",
    "two vectors of one length",
    a,
    b,
    "take a slice of the longer one, or use matmul for matrices",
  );
};

/**
 * xᵀ·y, the sum of the products of entries; 0 for empty vectors. Bilinear, with x̄ = z̄·y and ȳ = z̄·x
 * (docs/rules.md (1.8)).
 * @throws ShapeError unless both are vectors of one length.
 * @example
 * dot(Float64Array.of(1, 2), Float64Array.of(3, 4)); // 11
 */
export const dot: Dot = /*#__PURE__*/ bilinear("dot", {
  value: (x, y) => product(entriesOf(x), entriesOf(y), 1, entriesOf(x).length, 1)[0]!,
  shape: dotShape,
  adjoints: [(bar, y) => scale(bar, y), (bar, x) => scale(bar, x)],
  dependence: "reduction",
  // The overloads say that two vectors give a scalar.
}) as Dot;

interface Cross {
  (x: Float64Array, y: Float64Array): Float64Array;
  (x: Vector, y: Vector): Vector;
  (x: Value, y: Value): Value;
  readonly rule: BinaryRule;
}

const space: Shape = [3];

const crossShape = (a: Shape, b: Shape): Shape => {
  if (sameShape(a, space) && sameShape(b, space)) return space;
  throw misfit("cross", "two vectors of 3", a, b, "it is defined in space only");
};

/** Entry i of the cross product, from the two axes that follow i in turn. */
const component = (x: Float64Array, y: Float64Array, j: number, k: number): number =>
  x[j]! * y[k]! - x[k]! * y[j]!;

/**
 * The cross product x × y of two vectors in space, at right angles to both. Bilinear, with x̄ = y × z̄ and
 * ȳ = z̄ × x (docs/rules.md (1.9)).
 * @throws ShapeError unless both are vectors of three entries.
 * @example
 * cross(Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)); // Float64Array(3) [ 0, 0, 1 ]
 */
export const cross: Cross = /*#__PURE__*/ bilinear("cross", {
  value: (x, y) => {
    const [a, b] = [entriesOf(x), entriesOf(y)];
    return Float64Array.of(component(a, b, 1, 2), component(a, b, 2, 0), component(a, b, 0, 1));
  },
  shape: crossShape,
  adjoints: [(bar, y) => cross(y, bar), (bar, x) => cross(bar, x)],
  // The overloads say that two vectors give a vector.
}) as Cross;
