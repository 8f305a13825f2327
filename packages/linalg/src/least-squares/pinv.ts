import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  SingularMatrixError,
  add,
  callable,
  describeShape,
  entriesOf,
  neg,
  plainOf,
  shapeOf,
  structured,
  sub,
} from "@jacobian/core";
import { pseudoinverse } from "../kernels/complete-orthogonal.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { transpose } from "../products/transpose.ts";
import { matrixShape } from "../shapes.ts";
import { completeOf, rankOf, refuseTruncated } from "./complete.ts";
import { type RankOptions, toleranceOf } from "./options.ts";

interface Pseudoinverse {
  (A: Matrix, options?: RankOptions): Matrix;
  (A: MatrixValue, options?: RankOptions): MatrixValue;
  (A: Value, options?: RankOptions): Value;
}

/**
 * Its static argument is the rank that A is taken to have.
 *
 * The order of the factors matters where A is ill-conditioned and the rules are differentiated again: what rounding
 * leaves in Ẋ must have a factor X where A will meet it, or X will amplify it once more. So in Ẋ the projectors come
 * first and X·Xᵀ last, in Ā the other way round; and no product is m×m where A has full rank and m > n.
 */
export const inverse = /*#__PURE__*/ structured<number>("pinv", {
  value: ([A = NaN], rank) => {
    const complete = completeOf("pinv", A, rank);
    const { m, n, unit } = complete;
    const X = pseudoinverse(complete).map((entry) => entry / unit);
    if (X.every(Number.isFinite)) return [plainOf([n, m], X)];
    throw new SingularMatrixError(
      `pinv: expected a matrix whose pseudo-inverse is in the range of float64, got ${describeShape([m, n])} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; scale it up, or give a larger tolerance`,
    );
  },
  shape: ([a = []]) => {
    const [m, n] = matrixShape("pinv", a);
    return [[n, m]];
  },
  pushforward: ([dA = NaN], [A = NaN], [X = NaN], rank) => {
    refuseTruncated("pinv", A, rank);
    const [n = 0, m = 0] = shapeOf(X);
    let dX = neg(n <= m ? matmul(matmul(X, dA), X) : matmul(X, matmul(dA, X)));
    const dAt = transpose(dA);
    if (rank < m) {
      const Y = sub(dAt, matmul(matmul(dAt, A), X));
      dX = add(dX, matmul(timesTransposed(X, X), Y));
    }
    if (rank < n) {
      const Z = sub(dAt, matmul(X, matmul(A, dAt)));
      dX = add(dX, matmul(Z, transposedTimes(X, X)));
    }
    return [dX];
  },
  pullback: ([bar = NaN], [A = NaN], [X = NaN], rank) => {
    refuseTruncated("pinv", A, rank);
    const [n = 0, m = 0] = shapeOf(X);
    const XtBarXt =
      n <= m
        ? transposedTimes(X, timesTransposed(bar, X))
        : timesTransposed(transposedTimes(X, bar), X);
    let ABar = neg(XtBarXt);
    if (rank < m) {
      const Y = transposedTimes(bar, timesTransposed(X, X));
      ABar = add(ABar, sub(Y, matmul(A, matmul(X, Y))));
    }
    if (rank < n) {
      const Z = timesTransposed(transposedTimes(X, X), bar);
      ABar = add(ABar, sub(Z, matmul(matmul(Z, X), A)));
    }
    return [ABar];
  },
});

/**
 * The pseudo-inverse X = A⁺ of Moore and Penrose of an m×n matrix of any shape and rank: the n×m matrix
 * with A·X·A = A, X·A·X = X, and A·X and X·A symmetric. The rank, which `tolerance` decides, is taken to
 * be locally constant; where it changes, A⁺ is not continuous. There
 * Ẋ = −X·Ȧ·X + X·Xᵀ·Ȧᵀ·(I − A·X) + (I − X·A)·Ȧᵀ·Xᵀ·X and
 * Ā = −Xᵀ·X̄·Xᵀ + (I − A·X)·X̄ᵀ·X·Xᵀ + Xᵀ·X·X̄ᵀ·(I − X·A) (Golub & Pereyra 1973, 4.12; docs/rules.md (11.4),
 * (11.5)). To apply it to something, `lstsq` is faster and more accurate.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, for a tolerance outside
 * [0, 1), or in the derivative if it cuts off more than rounding errors; SingularMatrixError if X leaves
 * the range of float64.
 * @example
 * pinv(matrix([[2, 0], [0, 0]])); // Matrix 2×2 [0.5 0] [0 0]
 */
export const pinv: Pseudoinverse & { readonly rule: StructuredRule<number> } =
  /*#__PURE__*/ callable(
    inverse,
    // The overloads say that a matrix gives a matrix.
    ((A: Value, options?: RankOptions) =>
      inverse([A], rankOf("pinv", A, toleranceOf("pinv", options)))[0]) as Pseudoinverse,
  );
