import {
  type Matrix,
  type MatrixValue,
  type Structured,
  type StructuredRule,
  type Value,
  type Vector,
  callable,
  entriesOf,
  neg,
  shapeOf,
  structured,
} from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { substitute } from "../kernels/substitute.ts";
import { matmul, timesTransposed } from "../products/products.ts";
import { definiteFactorsOf } from "./definite.ts";
import { solutionInRange } from "./in-range.ts";
import { residualTangent, solutionShape } from "./solve.ts";

interface SolvePositiveDefinite {
  (A: Matrix, b: Float64Array): Float64Array;
  (A: Matrix, B: Matrix): Matrix;
  (A: MatrixValue, b: Vector): Vector;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (A: Value, b: Value): Value;
}

const name = "solvePositiveDefinite";

const system: Structured = /*#__PURE__*/ structured(name, {
  value: ([A = NaN, b = NaN]) => {
    const [, columns = 1] = shapeOf(b);
    const factors = definiteFactorsOf(name, A);
    const x = substitute(factors, entriesOf(b), columns);
    return [solutionInRange(name, A, b, shapeOf(b), x, "scale it up first")];
  },
  shape: ([a = [], b = []]) => [solutionShape(name, a, b)],
  pushforward: ([dA = NaN, db = NaN], [A = NaN], [x = NaN]) =>
    system([A, residualTangent(dA, db, (dA) => matmul(symmetricPart(dA), x))]),
  pullback: ([bar = NaN], [A = NaN], [x = NaN]) => {
    const [bBar = NaN] = system([A, bar]);
    return [neg(symmetricPart(timesTransposed(bBar, x))), bBar];
  },
  linearity: "leftQuotient",
});

/**
 * The solution x = S⁻¹·b of S·x = b for S = (A + Aᵀ)/2 positive definite, a vector for a vector and an n×m
 * matrix for m right-hand sides: by the Cholesky factor, with half the operations of `solve`. ẋ = S⁻¹(ḃ − Ṡ·x), and
 * so b̄ = S⁻¹·x̄, S̄ = −(b̄·xᵀ + x·b̄ᵀ)/2 (docs/rules.md (2.7)), by the same factor.
 * @throws ShapeError unless A is square with as many rows as b; DomainError unless S is positive definite,
 * or for NaN or ∞ in A; SingularMatrixError if the reciprocal condition number is below n·2⁻⁵², or if x leaves
 * the range of float64.
 * @example
 * solvePositiveDefinite(matrix([[4, 2], [2, 10]]), Float64Array.of(8, 22)); // Float64Array(2) [ 1, 2 ]
 */
export const solvePositiveDefinite: SolvePositiveDefinite & { readonly rule: StructuredRule } =
  /*#__PURE__*/ callable(
    system,
    // The overloads say that the solution has the shape of the right-hand side.
    ((A: Value, b: Value) => system([A, b])[0]) as SolvePositiveDefinite,
  );
