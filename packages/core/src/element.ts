import type { Algebra } from "./algebra.ts";
import { OperatorError, ShapeError } from "./errors.ts";
import { describe, describeShape } from "./shape.ts";
import type { Scalar, Shape } from "./value.ts";

const remedies: Readonly<Record<string, string>> = {
  default: "call add(x, y) for +, eq(x, y) for ==",
  number:
    "call sub, mul, div, mod, pow or neg to compute, lt, le, gt or ge to compare, and sin(x) of @jacobian/core for Math.sin(x)",
  string: "call x.toString() to print it, value(x) to read its number",
};

/**
 * A value of some algebra that stands in the place of a number (rank 0), a vector (1) or a matrix
 * (2). JavaScript cannot overload operators, so one that coerces an element throws at once.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- tells scalars, vectors and matrices apart
export abstract class Element<Rank extends 0 | 1 | 2 = 0 | 1 | 2> {
  /** In the types only: which plain value the element stands for. */
  declare readonly rank: Rank;

  /** The algebra whose arithmetic this element obeys. */
  abstract readonly algebra: Algebra;

  /** [] | [n] | [rows, cols]. */
  abstract readonly shape: Shape;

  /** Entry i of a vector: `at(this, i)`. (Not called here, so that no rule is needed to be an element.) */
  protected abstract entry(this: Element<1>, i: number): Scalar;

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

  /** Rows of a matrix. */
  get rows(): number {
    return this.shape[0] ?? 0;
  }

  /** Columns of a matrix. */
  get cols(): number {
    return this.shape[1] ?? 0;
  }

  /** @throws OperatorError: `x[i]` would read nothing and say nothing, and a loop of it begins at 0. */
  get 0(): never {
    throw new OperatorError(
      `operator: expected at(x, i) of @jacobian/core, got x[0] of ${this.toString()}; read entries of an element with at`,
    );
  }

  /** @throws OperatorError: an element is not written into. */
  set 0(_value: unknown) {
    throw new OperatorError(
      `operator: expected a new vector, got an assignment to x[0] of ${this.toString()}; make it with vector([...]) or build`,
    );
  }

  /** What JSON shows is for reading: an element is no data. */
  toJSON(): string {
    return this.toString();
  }

  /**
   * The entries of a vector, one by one.
   * @throws ShapeError for a scalar or a matrix.
   */
  *[Symbol.iterator](this: Element<1>): Generator<Scalar> {
    if (this.shape.length !== 1) {
      throw new ShapeError(
        `iterator: expected a vector to take entries of, got ${describeShape(this.shape)}; a scalar has no entries, and of a matrix take row, column or at`,
      );
    }
    for (let i = 0; i < this.length; i++) yield this.entry(i);
  }

  /** @throws OperatorError always, naming the functions to call instead. */
  [Symbol.toPrimitive](hint: string): never {
    throw new OperatorError(
      `operator: expected a function of @jacobian/core, got a native operator on ${describe(this)}; ${remedies[hint] ?? ""}`,
    );
  }

  [/*#__PURE__*/ Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
