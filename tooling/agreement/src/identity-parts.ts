import {
  type MatrixValue,
  type Scalar,
  type Value,
  type Vector,
  add,
  at,
  cos,
  matrix,
  mul,
  sin,
  sub,
  sum,
  take,
} from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import type { Trait } from "./structured-matrices.ts";

const { diagonalMatrix, matmul, timesTransposed, transposedTimes } = linalg;

export type Side = (A: MatrixValue) => unknown;

/** Two roads to the same values. */
export interface Identity {
  readonly name: string;
  readonly left: Side;
  readonly right: Side;
  readonly needs: readonly Trait[];
}

export const scalars = (x: Vector): Scalar[] =>
  Array.from({ length: x.length }, (_, k) => at(x, k));

/** Π xₖ */
export const product = (x: Vector): Scalar => scalars(x).reduce<Scalar>((p, y) => mul(p, y), 1);

/** Π (reₖ + i·imₖ) as its real and imaginary part. */
export const complexProduct = (re: Vector, im: Vector): readonly Scalar[] =>
  scalars(re).reduce<readonly [Scalar, Scalar]>(
    ([a, b], x, k) => {
      const y = at(im, k);
      return [sub(mul(a, x), mul(b, y)), add(mul(a, y), mul(b, x))];
    },
    [1, 0],
  );

/** The other way round. */
export const reversed = (x: Vector): Value => {
  const index = Int32Array.from({ length: x.length }, (_, k) => x.length - 1 - k);
  return take(x, { index, shape: [x.length] });
};

/** Rows and columns of a square matrix in another order. */
export const permuted = (A: MatrixValue, order: Int32Array): MatrixValue => {
  const n = order.length;
  const index = Int32Array.from(
    { length: n * n },
    (_, k) => order[Math.floor(k / n)]! * n + order[k % n]!,
  );
  // What is taken in the shape of a matrix is one.
  return take(A, { index, shape: [n, n] }) as MatrixValue;
};

/** A right-hand side that depends on A, as long as A has rows. */
export const right = (A: MatrixValue): Vector => sum(cos(A), "rows");

/** A second matrix that depends on the first. */
export const other = (A: MatrixValue): MatrixValue => sin(add(A, A));

export const twoByTwo = (A: MatrixValue): MatrixValue =>
  matrix([
    [2, at(A, 0, 0)],
    [at(A, 1, 0), -3],
  ]);

/** Aᵀ·A */
export const gram = (A: MatrixValue): MatrixValue => transposedTimes(A, A);

/** V·diag(x)·Wᵀ */
export const composed = (V: MatrixValue, x: Vector, W: MatrixValue): MatrixValue =>
  matmul(V, timesTransposed(diagonalMatrix(x), W));

export type Row = readonly [left: Side, right: Side, ...needs: Trait[]];
