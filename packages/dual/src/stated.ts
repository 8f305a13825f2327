import {
  type Value,
  Element,
  ShapeError,
  describe,
  describeShape,
  isValue,
  sameShape,
  shapeOf,
} from "@jacobian/core";

const fits = (p: unknown, y: Value): boolean => {
  if (p instanceof Element) return true;
  if (!isValue(p)) return false;
  const shape = shapeOf(p);
  return shape.length === 0 || sameShape(shape, shapeOf(y));
};

/**
 * A partial derivative as a rule states it, where the value is y: one of a user's own may be wrong. (That of a
 * nested derivative is an element; it was looked at where its value was computed.)
 * @throws ShapeError unless it is a scalar or has the shape of the value.
 */
export const stated = (rule: { readonly name: string }, p: Value, y: Value): Value => {
  if (typeof p === "number" || fits(p, y)) return p;
  throw new ShapeError(
    `${rule.name}: expected a partial derivative as of ${describeShape(shapeOf(y))}, got ${describe(p)}; let \`partial\` give a scalar or an entry for each of the value`,
  );
};
