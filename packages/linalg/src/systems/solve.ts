import {
  type Matrix,
  type MatrixValue,
  type Shape,
  type StructuredRule,
  type Value,
  type Vector,
  callable,
  entriesOf,
  neg,
  shapeOf,
  structured,
  sub,
} from "@jacobian/core";
import { invertibleFactorsOf } from "./factors.ts";
import { isZero } from "../is-zero.ts";
import { solutionInRange } from "./in-range.ts";
import { substitute, substituteTransposed } from "../kernels/substitute.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { misfit } from "../shapes.ts";

interface Solve {
  (A: Matrix, b: Float64Array): Float64Array;
  (A: Matrix, B: Matrix): Matrix;
  (A: MatrixValue, b: Vector): Vector;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (A: Value, b: Value): Value;
}

/** The shape of the solution of a system that has one equation for each unknown. */
export const solutionShape = (operation: string, a: Shape, b: Shape): Shape => {
  const [m, n] = a;
  if (m !== undefined && m === n && m === b[0]) return b;
  throw misfit(
    operation,
    "a square matrix, and a vector or matrix with as many rows",
    a,
    b,
    "give one equation for each unknown",
  );
};

/**
 * ḃ − Ȧ·x, from Ȧ and the product with it. The zeros of a constant A are left out, since they would make
 * NaN of ∞ or NaN in x.
 */
export const residualTangent = (dA: Value, db: Value, times: (dA: Value) => Value): Value =>
  isZero(dA) ? db : sub(db, times(dA));

/** A·x = b, or Aᵀ·x = b if `transposed`. */
const system = /*#__PURE__*/ structured<boolean | undefined>("solve", {
  value: ([A = NaN, b = NaN], transposed) => {
    const [, columns = 1] = shapeOf(b);
    const factors = invertibleFactorsOf("solve", A);
    const kernel = transposed ? substituteTransposed : substitute;
    const x = kernel(factors, entriesOf(b), columns);
    return [solutionInRange("solve", A, b, shapeOf(b), x, "scale it up first")];
  },
  shape: ([a = [], b = []]) => [solutionShape("solve", a, b)],
  pushforward: ([dA = NaN, db = NaN], [A = NaN], [x = NaN], transposed) => {
    const times = transposed ? transposedTimes : matmul;
    return [
      solveWith(
        A,
        residualTangent(dA, db, (dA) => times(dA, x)),
        transposed,
      ),
    ];
  },
  // The adjoint system has the same matrix transposed, and so the same factors.
  pullback: ([bar = NaN], [A = NaN], [x = NaN], transposed) => {
    const bBar = solveWith(A, bar, transposed !== true);
    return [neg(transposed ? timesTransposed(x, bBar) : timesTransposed(bBar, x)), bBar];
  },
  linearity: "leftQuotient",
});

const solveWith = (A: Value, b: Value, transposed: boolean | undefined): Value =>
  system([A, b], transposed)[0] ?? NaN;

/** The solution of Aᵀ·x = b by the factors of A. */
export const solveTransposed = (A: Value, b: Value): Value => solveWith(A, b, true);

/**
 * The solution x = A⁻¹·b of A·x = b, a vector for a vector and an n×m matrix for m right-hand sides.
 * ẋ = A⁻¹(ḃ − Ȧ·x), and so b̄ = A⁻ᵀ·x̄, Ā = −b̄·xᵀ (Giles 2008, 2.3.1; docs/rules.md (2.2), (2.3)). The
 * value comes from LU with partial pivoting, and its derivatives from the same factors; NaN in b travels
 * on to x.
 * @throws ShapeError unless A is square with as many rows as b; SingularMatrixError if a pivot is 0 or
 * the reciprocal condition number is below n·2⁻⁵², or if x leaves the range of float64; DomainError for NaN
 * or ∞ in A.
 * @example
 * solve(matrix([[2, 0], [0, 4]]), Float64Array.of(1, 1)); // Float64Array(2) [ 0.5, 0.25 ]
 */
export const solve: Solve & { readonly rule: StructuredRule<boolean | undefined> } =
  /*#__PURE__*/ callable(
    system,
    // The overloads say that the solution has the shape of the right-hand side.
    ((A: Value, b: Value) => solveWith(A, b, undefined)) as Solve,
  );
