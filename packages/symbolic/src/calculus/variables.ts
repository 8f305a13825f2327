import { type Container, describe, DomainError } from "@jacobian/core";
import { formulasOf } from "../formula/container.ts";
import { type Formula, Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";

/** @throws DomainError where a formula has a variable of one of these names about which other things are assumed. */
const checkNames = (
  operation: string,
  formulas: readonly Formula[],
  variables: readonly Variable[],
): void => {
  const [names, known] = [new Set(variables.map(({ name }) => name)), new Set<Formula>(variables)];
  for (const f of graphOf(formulas)) {
    if (!(f instanceof Variable) || !names.has(f.name) || known.has(f)) continue;
    throw new DomainError(
      `${operation}: expected the ${f.name} that the formula is made of, got another of which other things are assumed; substitute one for the other`,
    );
  }
};

/**
 * The variables by which derivatives are taken or powers ordered, in container order.
 * @throws DomainError for what is no variable, or one that only has the name of one in the formulas.
 */
export const givenVariables = (
  operation: string,
  formulas: readonly Formula[],
  variables: Container,
): readonly Variable[] => {
  const list = formulasOf(operation, variables).map((x) => {
    if (x instanceof Variable) return x;
    throw new DomainError(
      `${operation}: expected variables, got ${describe(x)}; make them with symbols`,
    );
  });
  checkNames(operation, formulas, list);
  return list;
};
