import {
  type Linear,
  type Matrix,
  type MatrixValue,
  type Plain,
  type Shape,
  type Structured,
  type StructuredRule,
  type Value,
  type Vector,
  Element,
  add,
  callable,
  entriesOf,
  linear,
  neg,
  shapeOf,
  structured,
  sub,
} from "@jacobian/core";
import { applyPseudoinverse } from "../kernels/complete-orthogonal.ts";
import { unitOf } from "../kernels/exponent.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { misfit, operandShape } from "../shapes.ts";
import { solutionInRange } from "../systems/in-range.ts";
import { isZero } from "../is-zero.ts";
import { completeOf, rankOf, refuseTruncated } from "./complete.ts";
import { type RankOptions, toleranceOf } from "./options.ts";
import { inverse } from "./pinv.ts";

interface LeastSquares {
  (A: Matrix, b: Float64Array, options?: RankOptions): Float64Array;
  (A: Matrix, B: Matrix, options?: RankOptions): Matrix;
  (A: MatrixValue, b: Vector, options?: RankOptions): Vector;
  (A: MatrixValue, B: MatrixValue, options?: RankOptions): MatrixValue;
  (A: Value, b: Value, options?: RankOptions): Value;
}

/** Which pseudo-inverse is applied. */
export interface Which {
  /** The rank that A is taken to have. */
  readonly rank: number;
  /** That of Aᵀ. */
  readonly transposed: boolean;
}

/** Rows and columns of the matrix of the problem. */
const sides = ([m = 0, n = 0]: Shape, transposed: boolean): readonly [number, number] =>
  transposed ? [n, m] : [m, n];

const solutionShape = (a: Shape, b: Shape, transposed: boolean): Shape => {
  const [m, n] = sides(a, transposed);
  if (a.length === 2 && b.length > 0 && b[0] === m) return [n, ...b.slice(1)];
  throw misfit(
    "lstsq",
    "a matrix, and a vector or matrix with as many rows",
    a,
    b,
    "give one equation for each row",
  );
};

/** The solution, computed in units of A and of b, in which nothing overflows. */
const solution = (A: Plain, b: Plain, { rank, transposed }: Which): Float64Array => {
  const complete = completeOf("lstsq", A, rank);
  const [, columns = 1] = shapeOf(b);
  const unit = unitOf(entriesOf(b));
  const inUnit = unit === 1 ? entriesOf(b) : entriesOf(b).map((entry) => entry / unit);
  const x = applyPseudoinverse(complete, inUnit, columns, transposed);
  const ratio = unit / complete.unit;
  if (ratio === 1) return x;
  const representable = ratio > 0 && Number.isFinite(ratio);
  return x.map((entry) => (representable ? entry * ratio : (entry / complete.unit) * unit));
};

/** M⁺·b, which is in range unless b is not. */
const valueOf = (A: Plain, b: Plain, which: Which): Plain => {
  const shape = solutionShape(shapeOf(A), shapeOf(b), which.transposed);
  const remedy = "scale it up, or give a larger tolerance";
  return solutionInRange("lstsq", A, b, shape, solution(A, b, which), remedy);
};

/** M⁺·b, where M is A, or Aᵀ if `transposed`: then products with A and Aᵀ change places. */
const system: Structured<Which> = /*#__PURE__*/ structured<Which>("lstsq", {
  value: ([A = NaN, b = NaN], which) => [valueOf(A, b, which)],
  shape: ([a = [], b = []], { transposed }) => [solutionShape(a, b, transposed)],
  pushforward: ([dA = NaN, db = NaN], [A = NaN, b = NaN], [x = NaN], which) => {
    if (isZero(dA)) return [leastSquares(A, db, which)];
    refuseTruncated("lstsq", A, which.rank);
    const { into, from, forward, backward, tall, wide } = problem(A, which);
    let rest = sub(db, forward(dA, x));
    if (tall) rest = add(rest, from(backward(dA, sub(b, forward(A, x)))));
    if (!wide) return [into(rest)];
    const w = backward(dA, from(x));
    return [add(into(sub(rest, forward(A, w))), w)];
  },
  pullback: ([bar = NaN], [A = NaN, b = NaN], [x = NaN], which) => {
    refuseTruncated("lstsq", A, which.rank);
    const { into, from, forward, backward, tall, wide } = problem(A, which);
    const pair = (u: Value, v: Value) =>
      which.transposed ? timesTransposed(v, u) : timesTransposed(u, v);
    const bBar = from(bar);
    let ABar = neg(pair(bBar, x));
    if (tall) ABar = add(ABar, pair(sub(b, forward(A, x)), into(bBar)));
    if (wide) ABar = add(ABar, pair(from(x), sub(bar, backward(A, bBar))));
    return [ABar, bBar];
  },
});

/** M⁺·b for a constant A: linear in b, and right at whatever rank. */
const constant: Linear<Which & { readonly A: Plain }> = /*#__PURE__*/ linear("lstsq", {
  value: (b, { A, ...which }) => valueOf(A, b, which),
  shape: (b, { A, transposed }) => solutionShape(shapeOf(A), b, transposed),
  adjoint: (bar, _shape, s) => constant(bar, { ...s, transposed: !s.transposed }),
});

/** M⁺·b with a rank that is decided. */
const leastSquares = (A: Value, b: Value, which: Which): Value =>
  A instanceof Element ? (system([A, b], which)[0] ?? NaN) : constant(b, { A, ...which });

/**
 * M⁺·b in a derivative. Of an A that is itself being differentiated by its pseudo-inverse, whose
 * derivatives are made of it alone; those of `lstsq` ask for new solutions, twice as many at every order.
 */
export const applied = (A: Value, b: Value, which: Which): Value => {
  if (!(A instanceof Element)) return leastSquares(A, b, which);
  const [X = NaN] = inverse([A], which.rank);
  return which.transposed ? transposedTimes(X, b) : matmul(X, b);
};

/** M⁺, (M⁺)ᵀ, products with M and Mᵀ, and whether M lacks full row rank (tall) or column rank (wide). */
const problem = (A: Value, which: Which) => {
  const { rank, transposed } = which;
  const [m, n] = sides(shapeOf(A), transposed);
  return {
    into: (y: Value) => applied(A, y, which),
    from: (y: Value) => applied(A, y, { rank, transposed: !transposed }),
    forward: transposed ? transposedTimes : matmul,
    backward: transposed ? matmul : transposedTimes,
    tall: rank < m,
    wide: rank < n,
  };
};

/**
 * The x that minimizes ‖A·x − b‖₂, and of all these the shortest: x = A⁺·b, a vector of n entries for a
 * vector, and an n×c matrix for c right-hand sides. A is m×n of any shape and rank; its rank, which
 * `tolerance` decides, is taken to be locally constant. With r = b − A·x,
 * ẋ = A⁺(ḃ − Ȧ·x + A⁺ᵀ·Ȧᵀ·r) + (I − A⁺·A)·Ȧᵀ·A⁺ᵀ·x, b̄ = A⁺ᵀ·x̄ and
 * Ā = −b̄·xᵀ + r·(A⁺·b̄)ᵀ + A⁺ᵀ·x·(x̄ − Aᵀ·b̄)ᵀ (Golub & Pereyra 1973, 4.12; docs/rules.md (11.7), (11.8)).
 * The value comes from QR, with column pivoting and completed by a second QR where A is near a lower
 * rank; NaN in b travels on to x.
 * @throws ShapeError unless b has as many rows as A; DomainError for NaN or ∞ in A, for a tolerance
 * outside [0, 1), or in the derivative if it cuts off more than rounding errors; SingularMatrixError if x
 * leaves the range of float64.
 * @example
 * const A = matrix([[1, 2], [1, -2], [1, 2], [1, -2]]);
 * lstsq(A, Float64Array.of(1, 2, 3, 4)); // Float64Array(2) [ 2.5, -0.25 ]
 */
export const lstsq: LeastSquares & { readonly rule: StructuredRule<Which> } =
  /*#__PURE__*/ callable(
    system,
    // The overloads say that the solution has as many columns as the right-hand side.
    ((A: Value, b: Value, options?: RankOptions) => {
      solutionShape(operandShape("lstsq", A), operandShape("lstsq", b), false);
      const rank = rankOf("lstsq", A, toleranceOf("lstsq", options));
      return leastSquares(A, b, { rank, transposed: false });
    }) as LeastSquares,
  );
