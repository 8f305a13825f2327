import {
  type Container,
  leavesOf,
  mapLeaves,
  type MatrixValue,
  sameStructure,
  type Scalar,
  type Shape,
  shapeOf,
  sizeOf,
  stack,
  unstack,
  type Value,
  type Vector,
} from "@jacobian/core";
import { formulasOf } from "../formula/container.ts";
import { Call, Variable } from "../formula/formula.ts";
import { mapGraph } from "../formula/graph.ts";
import type { Rule } from "../formula/rule.ts";
import { lowered } from "./lowered.ts";
import { placesOf } from "./names.ts";
import { numberOf } from "./number-function.ts";

/** The same container, each leaf a value of any algebra. */
export type GenericOf<C> = [C] extends [Scalar]
  ? Scalar
  : [C] extends [Vector]
    ? Vector
    : [C] extends [MatrixValue]
      ? MatrixValue
      : { [K in keyof C]: GenericOf<C[K]> };

/** The rule's own door: numbers are computed with, elements are handed to their algebra. */
const applied = (rule: Rule, operands: readonly Value[], s: unknown): Value => {
  const [x = NaN, y = NaN] = operands;
  if (rule.kind === "piecewise") return rule.apply(operands, s);
  return rule.kind === "binary" ? rule.apply(x, y, s) : rule.apply(x, s);
};

/** The entries of a container, one by one. */
const entriesOf = (x: unknown): readonly Value[] =>
  leavesOf("function", x).flatMap((leaf) => {
    const shape = shapeOf(leaf);
    return shape.length === 0 ? [leaf] : unstack([leaf], Array<Shape>(sizeOf(shape)).fill([]));
  });

/** The container of `y` with these entries. */
const containing = (y: unknown, entries: readonly Value[]): unknown => {
  let start = 0;
  return mapLeaves("function", y, (leaf) => {
    const shape = shapeOf(leaf);
    if (shape.length === 0) return entries[start++];
    return stack(entries.slice(start, (start += sizeOf(shape))), shape)[0];
  });
};

/**
 * Formulas as a generic function, which every engine differentiates: the way back from `trace`. It takes a
 * container like that of the variables and gives one like that of the formulas; each subformula is computed
 * once. For speed on plain numbers make a function with `toFunction`.
 * @throws DomainError for a variable that is none, is there twice or is missing; what is made throws
 * ShapeError for another structure than that of the variables.
 * @example
 * const [r, t] = symbols("r theta");
 * const polar = toGeneric([mul(r, cos(t)), mul(r, sin(t))], [r, t]);
 * polar([2, 0]); // [ 2, 0 ]
 * trace(polar, [r, t])[0] === mul(r, cos(t)); // true
 */
export const toGeneric = <const Y extends Container, const V extends Container>(
  formulas: Y,
  variables: V,
): ((x: GenericOf<V>) => GenericOf<Y>) => {
  const outputs = lowered(formulasOf("toGeneric", formulas));
  const places = placesOf("toGeneric", outputs, formulasOf("toGeneric", variables));
  return (x) => {
    const like: unknown = variables;
    const structure = sameStructure("function", like, x as unknown, "give one for each variable");
    const inputs = entriesOf(structure);
    const results = mapGraph<Value>(outputs, (formula, operands) => {
      if (formula instanceof Variable) return inputs[places.get(formula.name)!]!;
      return formula instanceof Call
        ? applied(formula.rule, operands, formula.s)
        : numberOf(formula)!;
    });
    // Leaf by leaf like the formulas.
    return containing(formulas, results) as GenericOf<Y>;
  };
};
