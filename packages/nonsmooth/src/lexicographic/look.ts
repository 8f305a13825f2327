import {
  type Algebra,
  type Value,
  Element,
  UnaryRule,
  entriesOf,
  leavesOf,
  shapeOf,
  sizeOf,
  value,
} from "@jacobian/core";

/** The derivative of values of the level below, along the direction in which it differentiates. */
export type Look = (x: Value) => Float64Array;

/** An identity of one value: levels below it, whose tangents are of no interest, do not hear of it. */
class Looking extends UnaryRule {
  constructor(
    private readonly looked: Element,
    see: (d: Value) => Value,
  ) {
    super(
      "look",
      (z) => z,
      see,
      (bar) => bar,
      "elementwise",
      {},
    );
  }

  override apply(x: Value, s: undefined): Value {
    return x === this.looked ? super.apply(x, s) : x;
  }
}

/** The level that differentiates: that of the leaves which it has lifted. */
const levelOf = (x: unknown): Algebra | undefined =>
  leavesOf("nonsmooth", x).find((leaf) => leaf instanceof Element)?.algebra;

/**
 * How to look at tangents of the level that has lifted `x`: through an identity, whose rule is handed the tangent
 * of its operand. What that level holds constant does not move.
 */
export const looking = (x: unknown): Look => {
  const level = levelOf(x);
  return (y) => {
    let seen: Float64Array = new Float64Array(sizeOf(shapeOf(y)));
    if (!(y instanceof Element) || y.algebra !== level) return seen;
    const see = (d: Value): Value => {
      seen = entriesOf(value(d));
      return d;
    };
    new Looking(y, see).apply(y, undefined);
    return seen;
  };
};

/** The same for scalars, one after another. */
export const lookEach = (look: Look, parts: readonly Value[]): Float64Array =>
  Float64Array.from(parts, (part) => look(part)[0]!);
