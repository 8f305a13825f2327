import {
  type Scalar,
  type Shape,
  type Value,
  Element,
  at,
  describe,
  shapeOf,
} from "@jacobian/core";
import type { Tape } from "./tape.ts";

/** A value and the slot where its adjoint is collected; an array has one slot for each entry. */
export class Node extends Element {
  constructor(
    readonly algebra: Tape,
    readonly slot: number,
    /** Written by replays only. */
    public primal: Value,
  ) {
    super();
  }

  get shape(): Shape {
    return shapeOf(this.primal);
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Node(${describe(this.primal)})`;
  }
}
