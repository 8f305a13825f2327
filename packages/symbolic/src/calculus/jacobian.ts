import type { Container } from "@jacobian/core";
import { one, zero } from "../formula/arithmetic.ts";
import { FormulaArray } from "../formula/array.ts";
import { formulasOf } from "../formula/container.ts";
import type { Formula, Variable } from "../formula/formula.ts";
import { Dependence } from "./dependence.ts";
import { pushForward } from "./forward.ts";
import { partialsOf, sweep } from "./reverse.ts";
import { givenVariables } from "./variables.ts";

/** What is made of each formula at once, by those that depend on it. */
const usersOf = (graph: readonly Formula[]): ReadonlyMap<Formula, readonly Formula[]> => {
  const users = new Map<Formula, Formula[]>(graph.map((f) => [f, []]));
  for (const f of graph) for (const operand of f.operands) users.get(operand)?.push(f);
  return users;
};

/** All that is made of one formula, operands first. */
const madeOf = (
  f: Formula,
  users: ReadonlyMap<Formula, readonly Formula[]>,
): readonly Formula[] => {
  const seen = new Set([f]);
  for (const each of seen) for (const user of users.get(each) ?? []) seen.add(user);
  return [...seen].sort((a, b) => a.order - b.order);
};

/** ∂formulas/∂variables: row by row in reverse, or column by column forward if there are fewer columns. */
export const partialDerivatives = (
  formulas: readonly Formula[],
  variables: readonly Variable[],
): readonly (readonly Formula[])[] => {
  const dependence = new Dependence(formulas, new Set(variables), partialsOf);
  if (formulas.length < variables.length) {
    return formulas.map((f) => {
      const row = sweep(f, dependence);
      return variables.map((v) => row.get(v) ?? zero);
    });
  }
  const users = usersOf(dependence.graph);
  const columns = variables.map((v) =>
    pushForward(madeOf(v, users), dependence, new Map([[v, one]])),
  );
  return formulas.map((f) => columns.map((column) => column.get(f) ?? zero));
};

/**
 * The m×n matrix ∂yᵢ/∂vⱼ of formulas: rows follow the formulas, columns the variables, both in container
 * order; 1×n for a single formula, m×1 for a single variable. It sweeps the shorter side.
 * @throws DomainError for what is no variable.
 * @example
 * const [r, t] = symbols("r theta");
 * const J = jacobian([mul(r, cos(t)), mul(r, sin(t))], [r, t]);
 * at(J, 0, 0) === cos(t); // true
 */
export const jacobian = (formulas: Container, variables: Container): FormulaArray<2> => {
  const outputs = formulasOf("jacobian", formulas);
  const list = givenVariables("jacobian", outputs, variables);
  return new FormulaArray([outputs.length, list.length], partialDerivatives(outputs, list).flat());
};
