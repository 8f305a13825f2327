import type { Algebra } from "./algebra.ts";
import { OperatorError } from "./errors.ts";
import type { Scalar, Shape, Vector } from "./value.ts";
import { at } from "./arrays/indexing.ts";

const remedies: Readonly<Record<string, string>> = {
  default: "for + call add(x, y), for == call eq(x, y)",
  number:
    "call sub, mul, div, mod, pow, neg, lt, le, gt, ge, or the function of @jacobian/core that is named as the one of Math",
  string: "to print it read its number first: value(x)",
};

/**
 * A value of some algebra that stands in the place of a number (rank 0), a vector (1) or a matrix
 * (2). JavaScript cannot overload operators, so one that coerces an element throws at once.
 */
export abstract class Element<Rank extends 0 | 1 | 2 = 0 | 1 | 2> {
  /** In the types only: which plain value the element stands for. */
  declare readonly rank: Rank;

  /** The algebra whose arithmetic this element obeys. */
  abstract readonly algebra: Algebra;

  /** [] | [n] | [rows, cols]. */
  abstract readonly shape: Shape;

  /** What a person debugging wants to read. */
  abstract toString(): string;

  /** Tells an element, whichever copy of this package made it. */
  get isJacobianElement(): true {
    return true;
  }

  /** Entries of a vector. */
  get length(): number {
    return this.shape[0] ?? 0;
  }

  /** The entries of a vector, one by one. */
  *[Symbol.iterator](this: Element<1>): Generator<Scalar> {
    const vector: Vector = this;
    for (let i = 0; i < this.length; i++) yield at(vector, i);
  }

  /** @throws OperatorError always, naming the functions to call instead. */
  [Symbol.toPrimitive](hint: string): never {
    throw new OperatorError(
      `operator: expected a function of @jacobian/core, got a native operator on ${this.toString()}; ${remedies[hint] ?? ""}`,
    );
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
