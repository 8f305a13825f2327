import { Element } from "./element.ts";
import { algebraOf } from "./escape.ts";
import type { Dependence, Traits } from "./primitive.ts";
import type { Plain, Shape, Value } from "./value.ts";

/** (d, x, y, s) ↦ the derivative at x, where the value is y, applied to d. */
export type Derivative<S> = (d: Value, x: Value, y: Value, s: S) => Value;

/** Flat positions that a gather reads, and the shape of what it gives. */
export interface Gather {
  readonly index: ArrayLike<number>;
  readonly shape: Shape;
}

/** What a smooth function of one variable is made of: what an engine that has numbers may call directly. */
export interface Smooth<S> {
  /** The value at a number. */
  readonly value: (x: number, s: S) => number;
  /** dy/dx at x, where the value is y, in primitives: so that it can be differentiated again. */
  readonly partial: (x: Value, y: Value, s: S) => Value;
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
    /** What `evaluate`, `tangent` and `adjoint` are made of, entry by entry, if it is smooth. */
    readonly smooth?: Smooth<S>,
    /** Where the one entry stands that the result copies, if that is all it does. */
    readonly entry?: (x: Value, s: S) => number,
  ) {}

  /** The value on any operand. */
  apply(x: Value, s: S): Value {
    return x instanceof Element ? algebraOf(this.name, x).unary(this, x, s) : this.evaluate(x, s);
  }
}
