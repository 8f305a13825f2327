import { type Container, describe, DomainError, type Scalar } from "@jacobian/core";
import { one, zero } from "../formula/arithmetic.ts";
import { type Formulas, formulasOf, shapedLike } from "../formula/container.ts";
import type { Formula, Variable } from "../formula/formula.ts";
import { Dependence } from "./dependence.ts";
import { pushForward } from "./forward.ts";
import { partialsOf } from "./reverse.ts";
import { givenVariables } from "./variables.ts";

const once = (formulas: readonly Formula[], variable: Variable): readonly Formula[] => {
  const dependence = new Dependence(formulas, new Set([variable]), partialsOf);
  const tangents = pushForward(dependence.graph, dependence, new Map([[variable, one]]));
  return formulas.map((f) => tangents.get(f) ?? zero);
};

/**
 * dⁿx/dvⁿ of a formula, or of each in a container, by one variable v. Constants are folded, nothing is
 * rearranged: call `simplify` for that. Pieces keep their conditions.
 * @throws DomainError for what is no variable, or an order that is no whole number ≥ 0.
 * @example
 * const [x, a] = symbols("x a");
 * differentiate(sin(mul(a, x)), x) === mul(cos(mul(a, x)), a); // true
 */
export const differentiate = <C extends Container>(
  x: C,
  variable: Scalar,
  order = 1,
): Formulas<C> => {
  if (!Number.isInteger(order) || order < 0) {
    throw new DomainError(
      `differentiate: expected a whole order of 0 or more, got ${describe(order)}; differentiate so many times`,
    );
  }
  let formulas = formulasOf("differentiate", x);
  const [v] = givenVariables("differentiate", formulas, variable);
  for (let k = 0; k < order; k++) formulas = once(formulas, v!);
  return shapedLike("differentiate", x, formulas);
};
