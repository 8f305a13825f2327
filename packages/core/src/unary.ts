import { scale } from "./arithmetic.ts";
import { Element } from "./element.ts";
import { map } from "./entrywise.ts";
import type { Dependence, Traits, Unary } from "./primitive.ts";
import type { Plain, Shape, Value } from "./value.ts";

/** (d, x, y, s) ↦ the derivative at x, where the value is y, applied to d. */
export type Derivative<S> = (d: Value, x: Value, y: Value, s: S) => Value;

/** Flat positions that a gather reads, and the shape of what it gives. */
export interface Gather {
  readonly index: ArrayLike<number>;
  readonly shape: Shape;
}

/** A function of one value with its derivative, as engines see it: smooth or linear alike. */
export class UnaryRule<S = undefined> {
  readonly kind = "unary";
  constructor(
    readonly name: string,
    /** The value on plain operands. */
    readonly evaluate: (x: Plain, s: S) => Plain,
    /** ẏ from ẋ. */
    readonly tangent: Derivative<S>,
    /** x̄ from ȳ: the transpose of the tangent. */
    readonly adjoint: Derivative<S>,
    readonly dependence: Dependence,
    readonly traits: Traits,
    /** Which entries of an operand of this shape the result copies, if that is all it does. */
    readonly gather?: (shape: Shape, s: S) => Gather,
  ) {}

  /** The value on any operand. */
  apply(x: Value, s: S): Value {
    return x instanceof Element ? x.algebra.unary(this, x, s) : this.evaluate(x, s);
  }
}

/** A smooth function of one variable without a static argument. */
export type UnaryFunction = Unary<undefined, UnaryRule>;

export interface UnarySpec<S> extends Traits {
  /** The value at a number. */
  readonly value: (x: number, s: S) => number;
  /** dy/dx at x, where the value is y, in primitives: so that it can be differentiated again. */
  readonly partial: (x: Value, y: Value, s: S) => Value;
}

/**
 * Defines a smooth function of one variable, entry by entry on arrays.
 * @example
 * const cube = unary("cube", { value: (x) => x ** 3, partial: (x) => mul(3, square(x)) });
 * cube(2); // 8
 */
export function unary<S = undefined>(name: string, spec: UnarySpec<S>): Unary<S, UnaryRule<S>> {
  const { value, partial } = spec;
  const derivative: Derivative<S> = (d, x, y, s) => scale(partial(x, y, s), d);
  const rule = new UnaryRule<S>(
    name,
    (x, s) => (typeof x === "number" ? value(x, s) : map(name, x, value, s)),
    derivative,
    derivative,
    "elementwise",
    spec,
  );
  const call = (x: Value, s: S): Value => (typeof x === "number" ? value(x, s) : rule.apply(x, s));
  // The overloads say how the result's shape follows the operand's: entry by entry.
  return Object.assign(call, { rule }) as Unary<S, UnaryRule<S>>;
}
