import { Matrix, type Value, scale, sub, take } from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";

/**
 * The cofactors of a matrix of up to three rows, each the determinant without its row and column:
 * polynomials that are written out, with nothing to divide by.
 */
export const minors = (A: Value, n: number): Value => {
  if (n < 2) return identity(n);
  return n === 2 ? scale(chessboard, moved(A, n, 1, 1)) : byThree(A);
};

const chessboard = /*#__PURE__*/ new Matrix(2, 2, /*#__PURE__*/ Float64Array.of(1, -1, -1, 1));

/** Rows and columns taken in cyclic order have the sign of a cofactor already. */
const byThree = (A: Value): Value =>
  sub(scale(moved(A, 3, 1, 1), moved(A, 3, 2, 2)), scale(moved(A, 3, 1, 2), moved(A, 3, 2, 1)));

/** Entry (i + down, j + right) of an n×n matrix at (i, j), where the last is followed by the first. */
const moved = (A: Value, n: number, down: number, right: number): Value =>
  take(A, {
    index: Int32Array.from(
      { length: n * n },
      (_, k) => ((Math.floor(k / n) + down) % n) * n + (((k % n) + right) % n),
    ),
    shape: [n, n],
  });
