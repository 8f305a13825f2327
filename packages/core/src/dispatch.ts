import { Element } from "./element.ts";
import { asked } from "./overheard.ts";
import { isValue, notAValue } from "./shape.ts";
import type { Plain, Value } from "./value.ts";

/**
 * An operand of the highest level, whose algebra is to be asked, or undefined if all are plain.
 * @throws OperatorError, ShapeError or DuplicateCoreError for an operand that is no value.
 */
export const highest = (operation: string, operands: readonly Value[]): Element | undefined => {
  let top: Element | undefined;
  for (const x of operands) {
    if (x instanceof Element) {
      if (top === undefined || x.algebra.level > top.algebra.level) top = x;
    } else if (!isValue(x)) throw notAValue(operation, x);
  }
  return top && asked(top);
};

/** Operands among which `highest` found no element. */
export const allPlain = (operands: readonly Value[]): readonly Plain[] =>
  // No element is left: `highest` has looked at each.
  operands as readonly Plain[];
