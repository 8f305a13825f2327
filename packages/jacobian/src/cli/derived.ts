import { type Scalar, sqrt } from "@jacobian/core";
import {
  det,
  type Formula,
  type FormulaArray,
  hessian,
  jacobian,
  matmul,
  simplify,
  transpose,
} from "@jacobian/symbolic";
import type { Question } from "./question.ts";

/** What follows from formulas, as formulas. */
export interface Derived {
  readonly jacobian: FormulaArray<2>;
  /** By how much volume grows: det J, or √det JᵀJ if J is tall; a map to fewer dimensions has none. */
  readonly scale: { readonly kind: "determinant" | "volume"; readonly formula: Scalar } | undefined;
  /** One for each formula. */
  readonly hessians: readonly FormulaArray<2>[] | undefined;
}

const scaleOf = (J: FormulaArray<2>): Derived["scale"] => {
  const [rows = 0, cols = 0] = J.shape;
  if (rows < cols) return undefined;
  return rows === cols
    ? { kind: "determinant", formula: simplify(det(J)) }
    : { kind: "volume", formula: simplify(sqrt(det(matmul(transpose(J), J)))) };
};

const hessiansOf = ({ formulas, variables }: Question): readonly FormulaArray<2>[] =>
  formulas.map((formula: Formula) => simplify(hessian(formula, variables)));

export const derivedFrom = (question: Question): Derived => {
  const J = simplify(jacobian(question.formulas, question.variables));
  return {
    jacobian: J,
    scale: scaleOf(J),
    hessians: question.hessian ? hessiansOf(question) : undefined,
  };
};
