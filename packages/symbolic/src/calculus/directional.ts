import { type Container, sameStructure } from "@jacobian/core";
import { plus, zero } from "../formula/arithmetic.ts";
import { type Formulas, formulasOf, shapedLike } from "../formula/container.ts";
import type { Formula } from "../formula/formula.ts";
import { Dependence } from "./dependence.ts";
import { pushForward } from "./forward.ts";
import { partialsOf } from "./reverse.ts";
import { givenVariables } from "./variables.ts";

/**
 * The derivative Σ ∂x/∂vᵢ·uᵢ of a formula, or of each in a container, along a direction u that is laid
 * out as the variables v: numbers or formulas.
 * @throws DomainError for what is no variable, ShapeError for a direction of another structure.
 * @example
 * const [x, y] = symbols("x y");
 * directional(mul(x, y), [x, y], [1, 0]) === y; // true
 */
export const directional = <C extends Container>(
  x: C,
  variables: Container,
  direction: Container,
): Formulas<C> => {
  sameStructure("directional", variables, direction, "give one entry for each variable");
  const formulas = formulasOf("directional", x);
  const list = givenVariables("directional", formulas, variables);
  const u = formulasOf("directional", direction);
  const dependence = new Dependence(formulas, new Set(list), partialsOf);
  const seeds = new Map<Formula, Formula>();
  list.forEach((v, k) => seeds.set(v, plus(seeds.get(v) ?? zero, u[k]!)));
  const tangents = pushForward(dependence.graph, dependence, seeds);
  return shapedLike(
    "directional",
    x,
    formulas.map((f) => tangents.get(f) ?? zero),
  );
};
