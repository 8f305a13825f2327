import type { Container, Scalar } from "@jacobian/core";
import { zero } from "./formula/arithmetic.ts";
import { formulasOf } from "./formula/container.ts";
import type { Formula } from "./formula/formula.ts";
import { formulaOf } from "./formula/lift.ts";
import { Dependence } from "./calculus/dependence.ts";
import { type Differential, isChoice } from "./calculus/differential.ts";
import { partialsOf } from "./calculus/reverse.ts";
import { givenVariables } from "./calculus/variables.ts";

/**
 * Which entries of a matrix may be other than 0, row by row: those of row i stand in the columns
 * columns[starts[i]], …, columns[starts[i + 1] − 1], which rise (compressed rows).
 */
export interface Pattern {
  readonly rows: number;
  readonly cols: number;
  readonly starts: readonly number[];
  readonly columns: readonly number[];
}

/** The operands by which a partial derivative is not 0. */
const operandsOf = (d: Differential): readonly Formula[] =>
  isChoice(d)
    ? [...operandsOf(d.then), ...operandsOf(d.otherwise)]
    : d.filter(([, partial]) => partial !== zero).map(([u]) => u);

const patternOf = (formulas: readonly Formula[], variables: readonly Formula[]): Pattern => {
  const dependence = new Dependence(formulas, new Set(variables), partialsOf);
  const operands = new Map<Formula, readonly Formula[]>();
  for (const f of dependence.graph) operands.set(f, operandsOf(dependence.differential(f)));
  const starts = [0];
  const columns: number[] = [];
  for (const f of formulas) {
    const reached = new Set([f]);
    for (const each of reached) for (const u of operands.get(each) ?? []) reached.add(u);
    variables.forEach((v, j) => {
      if (reached.has(v)) columns.push(j);
    });
    starts.push(columns.length);
  }
  return { rows: formulas.length, cols: variables.length, starts, columns };
};

/**
 * Where the Jacobian of formulas may be other than 0: where a path of partial derivatives, none of
 * which is 0, leads from an output to a variable. Conditions and steps are no such path.
 * @throws DomainError for what is no variable.
 * @example
 * const [x, y] = symbols("x y");
 * jacobianPattern([mul(2, y), add(x, y)], [x, y]).columns; // [ 1, 0, 1 ]
 */
export const jacobianPattern = (formulas: Container, variables: Container): Pattern => {
  const outputs = formulasOf("jacobianPattern", formulas);
  return patternOf(outputs, givenVariables("jacobianPattern", outputs, variables));
};

/**
 * Where the Hessian of a formula may be other than 0: the pattern of the Jacobian of its gradient, in
 * which variables that meet linearly are no longer found.
 * @throws DomainError for what is no variable, ShapeError unless x is a scalar.
 * @example
 * const [x, y] = symbols("x y");
 * hessianPattern(add(mul(3, x), square(y)), [x, y]).columns; // [ 1 ]
 */
export const hessianPattern = (x: Scalar, variables: Container): Pattern => {
  const f = formulaOf("hessianPattern", x);
  const list = givenVariables("hessianPattern", [f], variables);
  return patternOf(partialsOf(f, list), list);
};
