import {
  type Scalar,
  type Shape,
  type Value,
  Element,
  at,
  describe,
  shapeOf,
  zeros,
} from "@jacobian/core";
import type { Directions } from "./directions.ts";

/** Directions that one bundle can hold: a bit of an int32 for each. */
export const mostDirections = 32;

/** How many bits of a mask are set. */
export const sizeOfMask = (mask: number): number => {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
};

/**
 * The tangents of one value in several directions at once. Only those are kept that are not known to
 * be 0: bit k of `mask` says whether direction k is among them; the others are exactly 0.
 */
export class Bundle extends Element {
  constructor(
    readonly algebra: Directions,
    readonly mask: number,
    readonly lanes: readonly Value[],
  ) {
    super();
  }

  get shape(): Shape {
    return shapeOf(this.lanes[0]!);
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Bundle(${this.lanes.map(describe).join(", ")})`;
  }

  /** The tangent in the direction of this bit. */
  lane(bit: number): Value {
    if ((this.mask & bit) === 0) return zeros(this.shape);
    return this.lanes[sizeOfMask(this.mask & (bit - 1))]!;
  }

  /** f in every direction. */
  map(f: (lane: Value) => Value): Bundle {
    const { lanes } = this;
    const to = new Array<Value>(lanes.length);
    for (let k = 0; k < to.length; k++) to[k] = f(lanes[k]!);
    return new Bundle(this.algebra, this.mask, to);
  }
}
