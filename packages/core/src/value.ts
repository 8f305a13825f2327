import type { Element } from "./element.ts";
import type { Matrix } from "./matrix.ts";

/** What arithmetic works on at once: a number, a vector, a matrix. */
export type Plain = number | Float64Array | Matrix;

/** A number, or an element of an algebra that stands for one (shape []). */
export type Scalar = number | Element<0>;

/** A vector of n entries, or an element that stands for one (shape [n]). */
export type Vector = Float64Array | Element<1>;

/** A matrix, or an element that stands for one (shape [m, n]). */
export type MatrixValue = Matrix | Element<2>;

/** Whatever a primitive takes and gives. */
export type Value = Plain | Element;

/** [] for a scalar, [n] for a vector, [rows, cols] for a matrix. */
export type Shape = readonly number[];

/** The comparisons, by name. */
export type Relation = "lt" | "le" | "gt" | "ge" | "eq";

type Tuple<N extends number, T extends readonly Scalar[] = readonly []> = number extends N
  ? readonly [Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, ...Scalar[]]
  : T["length"] extends N
    ? T
    : Tuple<N, readonly [...T, Scalar]>;

/**
 * `Scalars<3>` is a tuple of three scalars: annotate a named function with it and the function can
 * be called on plain numbers too. Bare `Scalars` is what an inline function destructures.
 */
export type Scalars<N extends number = number> = Tuple<N>;
