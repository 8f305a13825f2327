import {
  type MatrixValue,
  type Plain,
  type StructuredRule,
  type Value,
  Element,
  type Matrix,
  SingularMatrixError,
  callable,
  describeShape,
  entriesOf,
  scale,
  shapeOf,
  structured,
  sub,
  take,
  value,
  zeros,
} from "@jacobian/core";
import { tabulated } from "../construct/tabulated.ts";
import { factorsOf } from "../systems/factors.ts";
import type { Factors } from "../kernels/factorize.ts";
import { matmul } from "../products/products.ts";
import { squareSize } from "../shapes.ts";
import { solveTriangle } from "../systems/solve.ts";
import { transpose } from "../products/transpose.ts";

/** P·A = L·U */
export interface LU<M extends MatrixValue> {
  /** Lower triangular, with 1 on its diagonal; no entry exceeds 1 in magnitude. */
  readonly L: M;
  /** Upper triangular. */
  readonly U: M;
  /** Row i of P·A is row permutation[i] of A. */
  readonly permutation: Int32Array;
  /** det P, so that det A = sign · Π uᵢᵢ. */
  readonly sign: number;
}

interface Factorize {
  (A: Matrix): LU<Matrix>;
  (A: MatrixValue): LU<MatrixValue>;
}

const unpacked = ({ n, packed, order, sign, unit }: Factors): readonly Plain[] => [
  tabulated(n, n, (i, j) => (j < i ? packed[i * n + j]! : i === j ? 1 : 0)),
  tabulated(n, n, (i, j) => (j < i ? 0 : packed[i * n + j]! * unit)),
  Float64Array.from(order),
  sign,
];

/** P·A, where row i is row order[i] of A. */
const permuted = (A: Value, order: Float64Array): Value => {
  const n = order.length;
  const index = Int32Array.from(
    { length: n * n },
    (_, k) => order[Math.floor(k / n)]! * n + (k % n),
  );
  return take(A, { index, shape: [n, n] });
};

const refuseSingular = (U: Plain): void => {
  const [n = 0] = shapeOf(U);
  const row = Array.from({ length: n }, (_, i) => entriesOf(U)[i * (n + 1)]).indexOf(0);
  if (row < 0) return;
  throw new SingularMatrixError(
    `lu: expected an invertible matrix to differentiate, got ${describeShape(shapeOf(U))} whose pivot ${row} is 0 (rcond 0); its factors have no derivative`,
  );
};

const factorization = /*#__PURE__*/ structured("lu", {
  value: ([A = NaN]) => unpacked(factorsOf("lu", A)),
  shape: ([a = []]) => {
    const n = squareSize("lu", a);
    return [[n, n], [n, n], [n], []];
  },
  pushforward: ([dA = NaN], _inputs, [L = NaN, U = NaN, order = NaN]) => {
    refuseSingular(value(U));
    const PdA = permuted(dA, entriesOf(value(order)));
    const F = transpose(solveTriangle(transpose(U), transpose(solveTriangle(L, PdA))));
    const [n = 0] = shapeOf(L);
    const below = scale(
      tabulated(n, n, (i, j) => (j < i ? 1 : 0)),
      F,
    );
    return [matmul(L, below), matmul(sub(F, below), U), zeros([n]), 0];
  },
});

/**
 * L and U of an element only when they are asked for: at a singular matrix they have no derivative, but
 * the permutation and the sign have.
 */
const withTriangles = (A: Value, permuting: { permutation: Int32Array; sign: number }) => {
  let known: readonly Value[] | undefined;
  const triangles = (): readonly Value[] => (known ??= factorization([A]));
  return {
    get L() {
      return triangles()[0];
    },
    get U() {
      return triangles()[1];
    },
    ...permuting,
  };
};

/**
 * P·A = L·U with partial pivoting, of any square matrix. With F = L⁻¹·P·Ȧ·U⁻¹ split into its part F₋
 * below the diagonal and the rest F₊, L̇ = L·F₋ and U̇ = F₊·U (de Hoog, Anderssen & Lukas 2011, Math.
 * Comp. 80, 1585–1600); the permutation is locally constant.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A; SingularMatrixError in the
 * derivative of L or U of a singular matrix, where they do not have one.
 * @example
 * lu(matrix([[0, 2], [3, 4]])).permutation; // Int32Array(2) [ 1, 0 ]
 */
export const lu: Factorize & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  factorization,
  ((A: Value) => {
    const factors = factorsOf("lu", value(A));
    const { order: permutation, sign } = factors;
    if (A instanceof Element) return withTriangles(A, { permutation, sign });
    const [L, U] = unpacked(factors);
    return { L, U, permutation, sign };
    // The overloads say that a matrix gives two matrices.
  }) as Factorize,
);
