import {
  type MatrixValue,
  type Value,
  SingularMatrixError,
  add,
  describeShape,
  entriesOf,
  shapeOf,
  sub,
  value,
} from "@jacobian/core";
import { hstack } from "../construct/stacking.ts";
import { submatrix } from "../construct/submatrix.ts";
import { lowerTriangle, upperTriangle } from "../construct/triangles.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { transpose } from "../products/transpose.ts";
import { solveTriangular } from "../systems/solve-triangular.ts";

/** The columns from ≤ j < to. */
const columns = (A: Value, from: number, to: number): MatrixValue =>
  // Operands here are matrices.
  submatrix(A as MatrixValue, undefined, [from, to]);

/** How much of column k of R is on its diagonal: what the column adds to those before it, from 0 to 1. */
const share = (r: Float64Array, n: number, k: number): number => {
  let sum = 1;
  const own = r[k * n + k]!;
  for (let i = 0; i < k; i++) sum += (r[i * n + k]! / own) ** 2;
  return own === 0 ? 0 : 1 / Math.sqrt(sum);
};

/**
 * The share of a column bounds the reciprocal condition number from above.
 * @throws SingularMatrixError for a column that depends on those before it, to working precision.
 */
const refuseDependent = (operation: string, Q: Value, R: Value): void => {
  const [m = 0, k = 0] = shapeOf(Q);
  const [, n = 0] = shapeOf(R);
  const r = entriesOf(value(R));
  for (let j = 0; j < k; j++) {
    const own = share(r, n, j);
    if (own > Math.max(m, n) * Number.EPSILON) continue;
    throw new SingularMatrixError(
      `${operation}: expected independent columns to differentiate, got ${describeShape([m, n])} whose column ${j}${operation === "qr" ? "" : " in the order taken"} depends on those before it (${own.toPrecision(2)} of its length is its own); take it out, or use columnSpace`,
      own,
    );
  }
};

/** X·R⁻¹, or X·R⁻ᵀ: the transpose of the solution of Rᵀ·Y = Xᵀ, or R·Y = Xᵀ. */
const divided = (X: Value, R: Value, transposed: boolean): Value =>
  transpose(solveTriangular(R, transpose(X), { lower: false, transposed: !transposed }));

/** Q̇ and Ṙ, from the tangent of the first k columns, k = min(m, n): docs/rules.md (5.4)–(5.6). */
export const tangentsOfFactors = (
  operation: string,
  dA: Value,
  Q: Value,
  R: Value,
): readonly Value[] => {
  refuseDependent(operation, Q, R);
  const [m = 0, k = 0] = shapeOf(Q);
  const Z = divided(columns(dA, 0, k), columns(R, 0, k), false);
  const C = transposedTimes(Q, Z);
  const low = lowerTriangle(C, -1);
  const Omega = sub(low, transpose(low));
  const dR = upperTriangle(sub(transposedTimes(Q, dA), matmul(Omega, R)));
  const within = matmul(Q, Omega);
  return [m === k ? within : add(within, sub(Z, matmul(Q, C))), dR];
};

/** Ā: docs/rules.md (5.10) for k = n, and (5.11) for columns beyond the k-th. */
export const adjointOfFactors = (
  operation: string,
  QBar: Value,
  RBar: Value,
  Q: Value,
  R: Value,
): Value => {
  refuseDependent(operation, Q, R);
  const [k = 0, n = 0] = shapeOf(R);
  if (k === n) return adjointOfColumns(QBar, RBar, Q, R);
  const rest = columns(RBar, k, n);
  const whole = add(QBar, matmul(Q, timesTransposed(columns(R, k, n), rest)));
  const first = adjointOfColumns(whole, columns(RBar, 0, k), Q, columns(R, 0, k));
  // Both are matrices.
  return hstack(first as MatrixValue, matmul(Q, rest) as MatrixValue);
};

const adjointOfColumns = (QBar: Value, RBar: Value, Q: Value, R: Value): Value => {
  const M = sub(timesTransposed(R, RBar), transposedTimes(QBar, Q));
  const mirrored = add(lowerTriangle(M), transpose(lowerTriangle(M, -1)));
  return divided(add(QBar, matmul(Q, mirrored)), R, true);
};
