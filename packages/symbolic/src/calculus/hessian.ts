import type { Container, Scalar } from "@jacobian/core";
import { FormulaArray } from "../formula/array.ts";
import { formulaOf } from "../formula/lift.ts";
import { partialDerivatives } from "./jacobian.ts";
import { partialsOf } from "./reverse.ts";
import { givenVariables } from "./variables.ts";

/**
 * The n×n matrix ∂²x/∂vᵢ∂vⱼ of a formula, the Jacobian of its gradient: symmetric, entry for entry the
 * same formula.
 * @throws DomainError for what is no variable, ShapeError unless x is a scalar.
 * @example
 * const [x, y] = symbols("x y");
 * at(hessian(mul(x, square(y)), [x, y]), 0, 1) === mul(2, y); // true
 */
export const hessian = (x: Scalar, variables: Container): FormulaArray<2> => {
  const f = formulaOf("hessian", x);
  const list = givenVariables("hessian", [f], variables);
  const n = list.length;
  const rows = partialDerivatives(partialsOf(f, list), list);
  const entries = rows.flatMap((_, i) =>
    rows.map((_, j) => rows[Math.max(i, j)]![Math.min(i, j)]!),
  );
  return new FormulaArray([n, n], entries);
};
