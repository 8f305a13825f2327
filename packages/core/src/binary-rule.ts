import { Element } from "./element.ts";
import { algebraOf } from "./escape.ts";
import type { Dependence, Traits } from "./primitive.ts";
import { isValue, notAValue } from "./shape.ts";
import type { Plain, Value } from "./value.ts";

/** (d, x, y, z, s) ↦ the derivative in one operand at (x, y), where the value is z, applied to d. */
export type Partial2<S> = (d: Value, x: Value, y: Value, z: Value, s: S) => Value;

/** ż from ẋ and ẏ, of which one may be absent (a constant operand). */
export type Joint<S> = (
  dx: Value | undefined,
  dy: Value | undefined,
  x: Value,
  y: Value,
  z: Value,
  s: S,
) => Value;

/** ∂z/∂x or ∂z/∂y at (x, y), where the value is z, in primitives. */
export type BinaryPartial<S> = (x: Value, y: Value, z: Value, s: S) => Value;

/** What a smooth function of two variables is made of: what an engine that has numbers may call directly. */
export interface Smooth2<S> {
  readonly value: (x: number, y: number, s: S) => number;
  readonly partials: readonly [BinaryPartial<S>, BinaryPartial<S>];
}

/** A function of two values with its derivatives: smooth or bilinear alike. */
export class BinaryRule<S = undefined> {
  readonly kind = "binary";
  constructor(
    readonly name: string,
    readonly evaluate: (x: Plain, y: Plain, s: S) => Plain,
    /** ż from ẋ and ẏ. */
    readonly tangent: Joint<S>,
    /** x̄ and ȳ from z̄. */
    readonly adjoints: readonly [Partial2<S>, Partial2<S>],
    readonly dependence: Dependence,
    readonly traits: Traits,
    /** What `evaluate`, `tangent` and `adjoints` are made of, entry by entry, if it is smooth. */
    readonly smooth?: Smooth2<S>,
  ) {}

  /** The value on any operands. */
  apply(x: Value, y: Value, s: S): Value {
    if (typeof x === "number" && typeof y === "number") return this.evaluate(x, y, s);
    if (x instanceof Element) {
      const above = y instanceof Element && y.algebra.level > x.algebra.level;
      return algebraOf(this.name, above ? y : x).binary(this, x, y, s);
    }
    if (!isValue(x)) throw notAValue(this.name, x);
    if (y instanceof Element) return algebraOf(this.name, y).binary(this, x, y, s);
    if (!isValue(y)) throw notAValue(this.name, y);
    return this.evaluate(x, y, s);
  }
}
