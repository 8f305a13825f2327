import { highest } from "../dispatch.ts";
import { Element } from "../element.ts";
import { DomainError, ShapeError } from "../errors.ts";
import { asked } from "../overheard.ts";
import { describe, isValue, notAValue } from "../shape.ts";
import type { Plain, Relation, Scalar, Value } from "../value.ts";

/**
 * Whether a relation holds between numbers; nothing holds of NaN.
 * @throws DomainError for a relation of another name.
 */
export const holds = (relation: Relation, a: number, b: number): boolean => {
  if (relation === "lt") return a < b;
  if (relation === "le") return a <= b;
  if (relation === "gt") return a > b;
  if (relation === "ge") return a >= b;
  // Only a program that is not type-checked can come with another.
  if ((relation as unknown) === "eq") return a === b;
  throw new DomainError(
    `where: expected a relation "lt", "le", "gt", "ge" or "eq", got ${describe(relation)}; name one of these`,
  );
};

/**
 * The outcome of a comparison, asked of the algebra of the highest level: how an algebra whose elements
 * stand for values of lower levels hands it on.
 * @throws ShapeError for what is no scalar.
 * @example
 * decide("lt", 1, 2); // true
 */
export const decide = (relation: Relation, a: Value, b: Value): boolean => {
  if (typeof a === "number" && typeof b === "number") return holds(relation, a, b);
  const top = highest(relation, [a, b]);
  if (top !== undefined) return top.algebra.decide(relation, a, b);
  throw new ShapeError(
    `${relation}: expected two scalars, got ${describe(a)} and ${describe(b)}; compare entries, or choose entry by entry with where("${relation}", …)`,
  );
};

/**
 * How an algebra that has numbers decides: by them.
 * @example
 * decideByValue("lt", 1, 2); // true
 */
export const decideByValue = (relation: Relation, a: Value, b: Value): boolean => {
  // Scalars go the short way; arrays come back here only to be refused.
  return decide(relation, value(a), value(b));
};

/**
 * x < y. The outcome is a plain boolean: a branch on it is not part of what is differentiated.
 * @example
 * lt(2, 2); // false
 */
export const lt = (x: Scalar, y: Scalar): boolean => decide("lt", x, y);

/**
 * x ≤ y
 * @example
 * le(2, 2); // true
 */
export const le = (x: Scalar, y: Scalar): boolean => decide("le", x, y);

/**
 * x > y
 * @example
 * gt(2, 2); // false
 */
export const gt = (x: Scalar, y: Scalar): boolean => decide("gt", x, y);

/**
 * x ≥ y
 * @example
 * ge(2, 2); // true
 */
export const ge = (x: Scalar, y: Scalar): boolean => decide("ge", x, y);

/**
 * x = y, by value.
 * @example
 * eq(add(0.1, 0.2), 0.3); // false
 */
export const eq = (x: Scalar, y: Scalar): boolean => decide("eq", x, y);

interface ValueOf {
  (x: Scalar): number;
  (x: Value): Plain;
}

/**
 * The plain value behind an element, for printing and for looking; a plain value is its own. No
 * derivative goes through it, and a branch on it is outside every promise.
 * @example
 * value(Float64Array.of(1, 2)); // Float64Array(2) [ 1, 2 ]
 */
// The overload says that a scalar has a number behind it.
export const value = ((x: Value): Plain => {
  if (x instanceof Element) return asked(x).algebra.value(x);
  if (isValue(x)) return x;
  throw notAValue("value", x);
}) as ValueOf;
