import type { Algebra } from "./algebra.ts";
import { Element } from "./element.ts";
import { isValue, notAValue } from "./shape.ts";
import type { Plain, Value } from "./value.ts";

/**
 * The algebra of the highest level among the operands, or undefined if all are plain.
 * @throws OperatorError, ShapeError or DuplicateCoreError for an operand that is no value.
 */
export const highest = (operation: string, operands: readonly Value[]): Algebra | undefined => {
  let top: Algebra | undefined;
  for (const x of operands) {
    if (x instanceof Element) {
      if (top === undefined || x.algebra.level > top.level) top = x.algebra;
    } else if (!isValue(x)) throw notAValue(operation, x);
  }
  return top;
};

/** Operands among which `highest` found no element. */
export const allPlain = (operands: readonly Value[]): readonly Plain[] =>
  // No element is left: `highest` has looked at each.
  operands as readonly Plain[];
