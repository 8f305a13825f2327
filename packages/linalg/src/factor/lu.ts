import {
  type MatrixValue,
  type Plain,
  type StructuredRule,
  type Value,
  type Vector,
  DomainError,
  Element,
  type Matrix,
  SingularMatrixError,
  add,
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
import { lowerTriangle, upperTriangle } from "../construct/triangles.ts";
import { conditionOf, factorsOf, keptOf } from "../systems/factors.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import type { Factors } from "../kernels/factorize.ts";
import { matmul } from "../products/products.ts";
import { plainOperand, squareSize } from "../shapes.ts";
import { solve } from "../systems/solve.ts";
import { solveTriangular } from "../systems/solve-triangular.ts";
import { transpose } from "../products/transpose.ts";

/** `solve` of the matrix that was factored, at the cost of two substitutions. */
interface SolveAgain {
  (b: Vector): Vector;
  (B: MatrixValue): MatrixValue;
}
interface SolvePlain extends SolveAgain {
  (b: Float64Array): Float64Array;
  (B: Matrix): Matrix;
}

/** P·A = L·U */
export interface LU<M extends MatrixValue> {
  /** Lower triangular, with 1 on its diagonal; no entry exceeds 1 in magnitude. */
  readonly L: M;
  /** Upper triangular. */
  readonly U: M;
  /** Row i of P·A is row permutation[i] of A. It is no value: what is differentiated gives L and U, not the whole. */
  readonly permutation: Int32Array;
  /** det P, so that det A = sign · Π uᵢᵢ. */
  readonly sign: number;
  /** The reciprocal condition number of A, as the function `rcond` estimates it. */
  readonly rcond: number;
  /** A⁻¹·b by these factors; it refuses what the function `solve` refuses. */
  readonly solve: [M] extends [Matrix] ? SolvePlain : SolveAgain;
}

interface Factorize {
  (A: Matrix): LU<Matrix>;
  (A: MatrixValue): LU<MatrixValue>;
}

/** @throws DomainError if an entry of U leaves the range. */
const unpacked = (A: Plain, { n, packed, order, sign, unit }: Factors): readonly Plain[] => {
  const L = tabulated(n, n, (i, j) => (j < i ? packed[i * n + j]! : i === j ? 1 : 0));
  const U = tabulated(n, n, (i, j) => (j < i ? 0 : packed[i * n + j]! * unit));
  if (U.data.every(Number.isFinite)) return [L, U, Float64Array.from(order), sign];
  throw new DomainError(
    `lu: expected a matrix whose factors are in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; scale it down first`,
  );
};

/** P·A, where row i is row order[i] of A. */
const permuted = (A: Value, order: Float64Array): Value => {
  const n = order.length;
  const index = Int32Array.from(
    { length: n * n },
    (_, k) => order[Math.floor(k / n)]! * n + (k % n),
  );
  return take(A, { index, shape: [n, n] });
};

/** A pivot of 0 is that of a column of zeros, below which any row may come first; the last has no choice. */
const refuseSingular = (U: Plain, n: number): void => {
  for (let i = 0; i < n - 1; i++) {
    if (entriesOf(U)[i * (n + 1)] !== 0) continue;
    throw new SingularMatrixError(
      `lu: expected a matrix of rank ${n - 1} or more to differentiate, got ${describeShape(shapeOf(U))} whose pivot ${i} is 0 (rcond 0); its factors have no derivative`,
    );
  }
};

/** F₋, the part below the diagonal of G·U⁻¹, which the last pivot has no part in: it may be 0. */
const belowDiagonal = (G: Value, U: Value, n: number): Value => {
  const last = tabulated(n, n, (i, j) => (i === n - 1 && j === n - 1 ? 1 : 0));
  const V = add(sub(U, scale(last, U)), last);
  const F = solveTriangular(V, transpose(G), { lower: false, transposed: true });
  return lowerTriangle(transpose(F), -1);
};

const factorization = /*#__PURE__*/ structured("lu", {
  value: ([A = NaN]) => unpacked(A, factorsOf("lu", A)),
  shape: ([a = []]) => {
    const n = squareSize("lu", a);
    return [[n, n], [n, n], [n], []];
  },
  pushforward: ([dA = NaN], _inputs, [L = NaN, U = NaN, order = NaN]) => {
    const [n = 0] = shapeOf(L);
    refuseSingular(value(U), n);
    const PdA = permuted(dA, entriesOf(value(order)));
    const G = solveTriangular(L, PdA, { unitDiagonal: true });
    const below = belowDiagonal(G, U, n);
    return [matmul(L, below), upperTriangle(sub(G, matmul(below, U))), zeros([n]), 0];
  },
});

/** L and U of an element only when they are asked for: the permutation and the sign have a derivative everywhere. */
const ofElement = (A: Value) => {
  let known: readonly Value[] | undefined;
  const triangles = (): readonly Value[] => (known ??= factorization([A]));
  const { order, sign } = factorsOf("lu", value(A));
  return {
    get L() {
      return triangles()[0];
    },
    get U() {
      return triangles()[1];
    },
    permutation: order.slice(),
    sign,
    get rcond() {
      return conditionOf("lu", value(A));
    },
    solve: (b: Value) => solve(A, b),
  };
};

const ofPlain = (A: Plain) => {
  const factors = factorsOf("lu", A);
  // What is written into A later does not reach these factors.
  const kept = keptOf("lu", A);
  const [L, U] = unpacked(A, factors);
  return {
    L,
    U,
    permutation: factors.order.slice(),
    sign: factors.sign,
    get rcond() {
      return conditionOf("lu", kept);
    },
    solve: (b: Value) => solve(kept, b),
  };
};

/**
 * P·A = L·U with partial pivoting, of any square matrix. With F₋ the part of F = L⁻¹·P·Ȧ·U⁻¹ below the
 * diagonal, L̇ = L·F₋ and U̇ = L⁻¹·P·Ȧ − F₋·U (de Hoog, Anderssen & Lukas 2011, Math. Comp. 80, 1585–1600;
 * docs/rules.md (4.3)); the permutation is locally constant. F₋ does not see the last pivot, which may be 0: for F₋, a 1
 * stands in its place in U.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, or if U leaves the range of float64;
 * SingularMatrixError in the derivative of L or U if a pivot before the last is 0, where they do not have one.
 * @example
 * lu(matrix([[0, 2], [3, 4]])).permutation; // Int32Array(2) [ 1, 0 ]
 */
export const lu: Factorize & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  factorization,
  // The overloads say that a matrix gives two matrices.
  ((A: Value) =>
    A instanceof Element ? ofElement(A) : ofPlain(plainOperand("lu", A))) as Factorize,
);
