import {
  Element,
  describe,
  entriesOf as numbersOf,
  isValue,
  notAValue,
  type Shape,
  ShapeError,
  type Value,
} from "@jacobian/core";
import { FormulaArray } from "./array.ts";
import { Formula } from "./formula.ts";
import { numeral } from "./known-numbers.ts";

/** The entries of a value, row by row, as formulas. */
export const entriesOf = (x: Value): readonly Formula[] => {
  if (x instanceof Formula) return [x];
  if (x instanceof FormulaArray) return x.entries;
  if (typeof x === "number") return [numeral(x)];
  if (x instanceof Element) {
    // No algebra stands below that of formulas, and any above takes formulas as its own values.
    throw new TypeError(`formulas cannot be made of ${x.toString()}`);
  }
  return Array.from(numbersOf(x), numeral);
};

/**
 * A scalar as a formula.
 * @throws ShapeError for an array; OperatorError for what is no value.
 */
export const formulaOf = (operation: string, x: unknown): Formula => {
  if (x instanceof Formula) return x;
  if (typeof x === "number") return numeral(x);
  if (!isValue(x)) throw notAValue(operation, x);
  throw new ShapeError(
    `${operation}: expected a formula for a scalar, got ${describe(x)}; take its entries one by one`,
  );
};

/** A value of this shape with these entries. */
export const valueOf = (shape: Shape, entries: readonly Formula[]): Formula | FormulaArray =>
  shape.length === 0 ? entries[0]! : new FormulaArray(shape, entries);
