import {
  type Matrix,
  type MatrixValue,
  type Plain,
  type Shape,
  type Structured,
  type StructuredRule,
  type Value,
  type Vector,
  Element,
  callable,
  entriesOf,
  neg,
  plainOf,
  shapeOf,
  structured,
  sub,
} from "@jacobian/core";
import { invertibleFactorsOf } from "./factors.ts";
import { type Factors, factorizeTriangle } from "../kernels/factorize.ts";
import { substitute } from "../kernels/substitute.ts";
import { matmul, timesTransposed } from "../products/products.ts";
import { misfit, squareSize } from "../shapes.ts";
import { transpose } from "../products/transpose.ts";

interface Solve {
  (A: Matrix, b: Float64Array): Float64Array;
  (A: Matrix, B: Matrix): Matrix;
  (A: MatrixValue, b: Vector): Vector;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (A: Value, b: Value): Value;
}

const solutionShape = (a: Shape, b: Shape): Shape => {
  const n = squareSize("solve", a);
  if (b[0] === n) return b;
  throw misfit(
    "solve",
    "a square matrix, and a vector or matrix with as many rows",
    a,
    b,
    "give one equation for each unknown",
  );
};

/** The tangent of a constant. */
const isZero = (dA: Value): boolean =>
  !(dA instanceof Element) && entriesOf(dA).every((entry) => entry === 0);

/** x = A⁻¹·b as a rule, whose value and derivatives take A apart by `factors`. */
const quotient = (name: string, factors: (A: Plain) => Factors): Structured => {
  const again = (A: Value, b: Value): Value => rule([A, b])[0] ?? NaN;
  const rule = structured(name, {
    value: ([A = NaN, b = NaN]) => {
      const [, columns = 1] = shapeOf(b);
      return [plainOf(shapeOf(b), substitute(factors(A), entriesOf(b), columns))];
    },
    shape: ([a = [], b = []]) => [solutionShape(a, b)],
    // The zeros of a constant A would make NaN of ∞ or NaN in x.
    pushforward: ([dA = NaN, db = NaN], [A = NaN], [x = NaN]) => [
      again(A, isZero(dA) ? db : sub(db, matmul(dA, x))),
    ],
    pullback: ([bar = NaN], [A = NaN], [x = NaN]) => {
      const bBar = again(transpose(A), bar);
      return [neg(timesTransposed(bBar, x)), bBar];
    },
  });
  return rule;
};

const system = /*#__PURE__*/ quotient("solve", (A) => invertibleFactorsOf("solve", A));

const triangle = /*#__PURE__*/ quotient("solveTriangle", (T) =>
  factorizeTriangle(entriesOf(T), shapeOf(T)[0] ?? 0),
);

/**
 * T⁻¹·B for a triangular T, lower or upper, without a zero on its diagonal. It is not refused however it
 * is conditioned: substitution is backward stable entry by entry (Higham 2002, theorem 8.5).
 */
export const solveTriangle = (T: Value, B: Value): Value => triangle([T, B])[0] ?? NaN;

/**
 * The solution x = A⁻¹·b of A·x = b, a vector for a vector and an n×m matrix for m right-hand sides.
 * ẋ = A⁻¹(ḃ − Ȧ·x), and so b̄ = A⁻ᵀ·x̄, Ā = −b̄·xᵀ (Giles 2008, 2.3.1). The value comes from LU with
 * partial pivoting; NaN in b travels on to x.
 * @throws ShapeError unless A is square with as many rows as b; SingularMatrixError if a pivot is 0 or
 * the reciprocal condition number is below n·2⁻⁵²; DomainError for NaN or ∞ in A.
 * @example
 * solve(matrix([[2, 0], [0, 4]]), Float64Array.of(1, 1)); // Float64Array(2) [ 0.5, 0.25 ]
 */
export const solve: Solve & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  system,
  // The overloads say that the solution has the shape of the right-hand side.
  ((A: Value, b: Value) => system([A, b])[0]) as Solve,
);
