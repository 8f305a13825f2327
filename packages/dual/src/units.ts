import { type Scalar, type Shape, type Value, Element, at, plainOf, sizeOf } from "@jacobian/core";
import { Bundle } from "./bundle.ts";
import type { Directions } from "./directions.ts";

/** The lanes of a scalar that moves by 1. */
const one: readonly Value[] = [1];

/** The tangents of a scalar that moves by 1 in one direction. */
export const unit = (algebra: Directions, direction: number): Bundle =>
  new Bundle(algebra, 1 << direction, one);

/**
 * The tangents of an array along as many unit vectors: entry `place` moves in direction `first`, and so
 * on. To read an entry is then to look at one direction, and the vectors are written out only for
 * a function that takes the array as a whole.
 */
export class Units extends Element {
  private written: Bundle | undefined;
  constructor(
    readonly algebra: Directions,
    readonly shape: Shape,
    private readonly place: number,
    private readonly first: number,
    private readonly count: number,
  ) {
    super();
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Units(${this.bundle.toString()})`;
  }

  /** The tangents of entry k. */
  entryAt(k: number): Value {
    const moved = k - this.place;
    return moved >= 0 && moved < this.count ? unit(this.algebra, this.first + moved) : 0;
  }

  /** The same, written out. */
  get bundle(): Bundle {
    return (this.written ??= this.writeOut());
  }

  private writeOut(): Bundle {
    const { shape, place, first, count } = this;
    const lanes = Array.from({ length: count }, (_, k) =>
      plainOf(shape, new Float64Array(sizeOf(shape)).fill(1, place + k, place + k + 1)),
    );
    return new Bundle(this.algebra, (2 ** count - 1) << first, lanes);
  }
}
