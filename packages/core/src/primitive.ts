import type { Matrix } from "./matrix.ts";
import type { MatrixValue, Plain, Scalar, Value, Vector } from "./value.ts";

/** A primitive takes one static argument at the most; several travel as a tuple. */
export type Static<S> = [S] extends [undefined] ? [] : [s: S];

/** A function of one value, entry by entry on arrays. */
export interface Unary<S, R> {
  (x: number, ...s: Static<S>): number;
  (x: Float64Array, ...s: Static<S>): Float64Array;
  (x: Matrix, ...s: Static<S>): Matrix;
  (x: Plain, ...s: Static<S>): Plain;
  (x: Scalar, ...s: Static<S>): Scalar;
  (x: Vector, ...s: Static<S>): Vector;
  (x: MatrixValue, ...s: Static<S>): MatrixValue;
  (x: Value, ...s: Static<S>): Value;
  readonly rule: R;
}

/** A function of two values, entry by entry on arrays; a scalar meets every entry. */
export interface Binary<S, R> {
  (x: number, y: number, ...s: Static<S>): number;
  (x: Float64Array, y: Float64Array | number, ...s: Static<S>): Float64Array;
  (x: number, y: Float64Array, ...s: Static<S>): Float64Array;
  (x: Matrix, y: Matrix | number, ...s: Static<S>): Matrix;
  (x: number, y: Matrix, ...s: Static<S>): Matrix;
  (x: Plain, y: Plain, ...s: Static<S>): Plain;
  (x: Scalar, y: Scalar, ...s: Static<S>): Scalar;
  (x: Vector, y: Vector | Scalar, ...s: Static<S>): Vector;
  (x: Scalar, y: Vector, ...s: Static<S>): Vector;
  (x: MatrixValue, y: MatrixValue | Scalar, ...s: Static<S>): MatrixValue;
  (x: Scalar, y: MatrixValue, ...s: Static<S>): MatrixValue;
  (x: Value, y: Value, ...s: Static<S>): Value;
  readonly rule: R;
}

/**
 * The linear or bilinear equation that ties a result to its operands, if one does: it is linear in all of
 * them together; a product of two; or a quotient, the z of z·y = x ("rightQuotient") or of A·z = b, in
 * which the divisor comes first ("leftQuotient").
 */
export type Linearity = "linear" | "bilinear" | "leftQuotient" | "rightQuotient";

/** What a primitive says of itself beside its rule. */
export interface Traits {
  /** Stated where it holds; an engine of power series asks for it, where other rules are integrated. */
  readonly linearity?: Linearity;
  /** The interval outside which the value is NaN; the whole line if not said. */
  readonly domain?: readonly [number, number];
  /** How many operands a piecewise function takes; 1 if not said. */
  readonly arity?: number;
  /** Largest error of the value, in units in the last place; 4 if not said. */
  readonly accuracy?: number;
  /**
   * The results in public primitives, for an engine that writes formulas: stated by a rule that no user
   * can call, or that is known by its values only. It need not be accurate far out or right at an edge.
   */
  readonly formula?: (inputs: readonly Value[], s: never) => readonly Value[];
}

/** How the entries of the result depend on those of the operands. */
export type Dependence = "elementwise" | "gather" | "reduction" | "dense";

/**
 * The rule under another signature: a default, statics gathered from several arguments. What the
 * function does must be what the rule says.
 * @example
 * const power = callable(pow, (x: number, y = 2) => pow(x, y));
 * power(3); // 9
 */
export const callable = <F extends (...args: never[]) => unknown, R>(
  primitive: { readonly rule: R },
  call: F,
): F & { readonly rule: R } => Object.assign(call, { rule: primitive.rule });

/**
 * The same primitive with a path of its own for plain numbers. A dispatcher that all primitives
 * share calls their values through a pointer, which costs several times an addition.
 */
export const withNumberPath = <P extends { readonly rule: unknown }>(
  primitive: P,
  path: (primitive: P) => (x: Value, y: Value) => Value,
): P =>
  // The path answers for plain numbers what the primitive would, and hands on all else.
  Object.assign(path(primitive), { rule: primitive.rule }) as unknown as P;
