import { div, ShapeError, SingularMatrixError } from "@jacobian/core";
import { partialsOf } from "../calculus/reverse.ts";
import { plus, times, zero } from "../formula/arithmetic.ts";
import type { FormulaArray } from "../formula/array.ts";
import { apply } from "../formula/elementwise.ts";
import { type Formula, Variable } from "../formula/formula.ts";
import { erased } from "../formula/rule.ts";
import { replaced } from "../substitute.ts";
import { determinant } from "./determinant.ts";
import { type MatrixLike, matrixOf, rowsOf, squareRowsOf } from "./matrix.ts";

/**
 * det A of a square matrix of formulas, a polynomial in its entries without division: by minors where
 * they are few, else in O(n⁴) operations. Of exact constants it is exact.
 * @throws ShapeError unless A is square.
 * @example
 * const [a, b, c, d] = symbols("a b c d");
 * det([[a, b], [c, d]]) === sub(mul(a, d), mul(b, c)); // true
 */
export const det = (A: MatrixLike): Formula => determinant(squareRowsOf("det", A));

/**
 * A⁻¹ = adj(A)/det A. The cofactor of an entry is the derivative of the determinant by it (Jacobi's
 * formula): one sweep back through the determinant gives all.
 * @throws ShapeError unless A is square; SingularMatrixError if its determinant is the constant 0. One
 * that is 0 as a formula, but is not written as 0, is not recognised: simplify it first.
 * @example
 * const [a] = symbols("a");
 * at(inv([[1, a], [0, 1]]), 0, 1) === neg(a); // true
 */
export const inv = (A: MatrixLike): FormulaArray<2> => {
  const rows = squareRowsOf("inv", A);
  // Variables that nobody else has: they stand for the entries, equal ones apart.
  const places = rows.map((row) => row.map(() => new Variable("entry", {})));
  const entries = new Map<Formula, Formula>(
    places.flatMap((row, i) => row.map((place, j) => [place, rows[i]![j]!] as const)),
  );
  const general = determinant(places);
  const [value, ...cofactors] = replaced([general, ...partialsOf(general, places.flat())], (f) =>
    entries.get(f),
  );
  if (value === zero) {
    throw new SingularMatrixError(
      `inv: expected a matrix that has an inverse, got one whose determinant is 0; look at its rows with det`,
    );
  }
  const n = rows.length;
  return matrixOf(
    rows.map((_, i) =>
      rows.map((_, j) => apply(erased(div.rule), [cofactors[j * n + i]!, value!])),
    ),
  );
};

/**
 * The product A·B of an m×k and a k×n matrix.
 * @throws ShapeError unless A has as many columns as B has rows.
 * @example
 * const [a] = symbols("a");
 * at(matmul([[1, a], [0, 1]], [[1, a], [0, 1]]), 0, 1) === add(a, a); // true
 */
export const matmul = (A: MatrixLike, B: MatrixLike): FormulaArray<2> => {
  const [left, right] = [rowsOf("matmul", A), rowsOf("matmul", B)];
  const [k, cols] = [left[0]?.length ?? 0, right[0]?.length ?? 0];
  if (left.length > 0 && k !== right.length) {
    throw new ShapeError(
      `matmul: expected as many rows of B as columns of A, got ${right.length} and ${k}; transpose one of them`,
    );
  }
  return matrixOf(
    left.map((row) =>
      Array.from({ length: cols }, (_, j) =>
        row.reduce((sum, entry, i) => plus(sum, times(entry, right[i]![j]!)), zero),
      ),
    ),
    cols,
  );
};

/**
 * tr A, the sum of the diagonal of a square matrix. (`trace` reads a program.)
 * @throws ShapeError unless A is square.
 * @example
 * const [a, d] = symbols("a d");
 * tr([[a, 1], [2, d]]) === add(a, d); // true
 */
export const tr = (A: MatrixLike): Formula =>
  squareRowsOf("tr", A).reduce((sum, row, i) => plus(sum, row[i]!), zero);

/**
 * Aᵀ
 * @throws ShapeError for what is no matrix.
 * @example
 * const [a] = symbols("a");
 * transpose([[1, a]]).shape; // [ 2, 1 ]
 */
export const transpose = (A: MatrixLike): FormulaArray<2> => {
  const rows = rowsOf("transpose", A);
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));
  return matrixOf(columns, rows.length);
};
