import { add, scale } from "./arithmetic.ts";
import { Element } from "./element.ts";
import { zip } from "./entrywise.ts";
import type { Binary, Dependence, Traits } from "./primitive.ts";
import { isValue, notAValue } from "./shape.ts";
import type { Plain, Value } from "./value.ts";

/** (d, x, y, z, s) ↦ the derivative in one operand at (x, y), where the value is z, applied to d. */
export type Partial2<S> = (d: Value, x: Value, y: Value, z: Value, s: S) => Value;

/** A function of two values with its derivatives: smooth or bilinear alike. */
export class BinaryRule<S = undefined> {
  readonly kind = "binary";
  constructor(
    readonly name: string,
    readonly evaluate: (x: Plain, y: Plain, s: S) => Plain,
    /** What ẋ alone, and ẏ alone, add to ż. */
    readonly tangents: readonly [Partial2<S>, Partial2<S>],
    /** x̄ and ȳ from z̄. */
    readonly adjoints: readonly [Partial2<S>, Partial2<S>],
    readonly dependence: Dependence,
    readonly traits: Traits,
  ) {}

  /** The value on any operands. */
  apply(x: Value, y: Value, s: S): Value {
    if (typeof x === "number" && typeof y === "number") return this.evaluate(x, y, s);
    if (x instanceof Element) {
      const above = y instanceof Element && y.algebra.level > x.algebra.level;
      return (above ? y : x).algebra.binary(this, x, y, s);
    }
    if (!isValue(x)) throw notAValue(this.name, x);
    if (y instanceof Element) return y.algebra.binary(this, x, y, s);
    if (!isValue(y)) throw notAValue(this.name, y);
    return this.evaluate(x, y, s);
  }

  /** ż from ẋ and ẏ, of which one may be absent (a constant operand). */
  tangent(dx: Value | undefined, dy: Value | undefined, x: Value, y: Value, z: Value, s: S): Value {
    if (dy === undefined) return this.tangents[0](dx ?? 0, x, y, z, s);
    const second = this.tangents[1](dy, x, y, z, s);
    return dx === undefined ? second : add(this.tangents[0](dx, x, y, z, s), second);
  }
}

/** ∂z/∂x or ∂z/∂y at (x, y), where the value is z, in primitives. */
export type BinaryPartial<S> = (x: Value, y: Value, z: Value, s: S) => Value;

/** A smooth function of two variables without a static argument. */
export type BinaryFunction = Binary<undefined, BinaryRule>;

export interface BinarySpec<S> extends Traits {
  readonly value: (x: number, y: number, s: S) => number;
  readonly partials: readonly [BinaryPartial<S>, BinaryPartial<S>];
}

/**
 * Defines a smooth function of two variables, entry by entry on arrays.
 * @example
 * const ratio = binary("ratio", {
 *   value: (x, y) => x / y,
 *   partials: [(x, y) => reciprocal(y), (x, y, z) => neg(div(z, y))],
 * });
 * ratio(1, 4); // 0.25
 */
export function binary<S = undefined>(name: string, spec: BinarySpec<S>): Binary<S, BinaryRule<S>> {
  const { value, partials } = spec;
  const derivative =
    (partial: BinaryPartial<S>): Partial2<S> =>
    (d, x, y, z, s) =>
      scale(partial(x, y, z, s), d);
  const both = [derivative(partials[0]), derivative(partials[1])] as const;
  const rule = new BinaryRule<S>(
    name,
    (x, y, s) =>
      typeof x === "number" && typeof y === "number" ? value(x, y, s) : zip(name, x, y, value, s),
    both,
    both,
    "elementwise",
    spec,
  );
  const call = (x: Value, y: Value, s: S): Value =>
    typeof x === "number" && typeof y === "number" ? value(x, y, s) : rule.apply(x, y, s);
  // The overloads say how the result's shape follows the operands': entry by entry.
  return Object.assign(call, { rule }) as Binary<S, BinaryRule<S>>;
}
