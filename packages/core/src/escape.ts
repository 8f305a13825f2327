import type { Algebra } from "./algebra.ts";
import { mapLeaves } from "./container.ts";
import { Element } from "./element.ts";
import { LevelError } from "./errors.ts";
import { describe } from "./shape.ts";
import type { Value } from "./value.ts";

/**
 * The error for computing with an element whose call has ended.
 * @example
 * escaped("sin", 2).name; // "LevelError"
 */
export const escaped = (operation: string, x: Value): LevelError =>
  new LevelError(
    `${operation}: expected elements of a function that is being differentiated, got ${describe(x)}, which escaped from one that has ended; return it from the function instead of keeping it`,
  );

/**
 * The algebra that computes with x.
 * @throws LevelError where the call that made x has ended.
 */
export const algebraOf = (operation: string, x: Element): Algebra => {
  const { algebra } = x;
  if (algebra.open) return algebra;
  throw escaped(operation, x);
};

/**
 * What the function that `algebra` differentiates has given, every part of it read. To be taken while the
 * algebra is open: a getter computes its part only now.
 * @throws OperatorError for what is neither a value nor a container; LevelError for an element of a
 * transformation inside that function, or of one that has ended.
 * @example
 * ownOutputs("jvp", { level: 1 }, { a: 2 }); // { a: 2 }
 */
export const ownOutputs = (
  operation: string,
  algebra: Pick<Algebra, "level">,
  output: unknown,
): unknown => mapLeaves(operation, output, (y) => ownOutput(operation, algebra, y));

const ownOutput = (operation: string, { level }: Pick<Algebra, "level">, y: Value): Value => {
  if (!(y instanceof Element) || y.algebra.level === level) return y;
  if (!y.algebra.open) throw escaped(operation, y);
  if (y.algebra.level < level) return y;
  throw new LevelError(
    `${operation}: expected outputs made of the input, got ${describe(y)} of a transformation inside the function; return that transformation's result instead`,
  );
};
