import {
  type MatrixValue,
  type Plain,
  type StructuredRule,
  type Value,
  DomainError,
  Element,
  Matrix,
  SingularMatrixError,
  callable,
  describeShape,
  entriesOf,
  scale,
  shapeOf,
  structured,
  take,
  value,
  zeros,
} from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { tabulated } from "../construct/tabulated.ts";
import { type SymmetricFactors, symmetricFactors } from "../kernels/rook-pivoting.ts";
import { largestMagnitude, unitOf } from "../kernels/exponent.ts";
import { matmul } from "../products/products.ts";
import { transpose } from "../products/transpose.ts";
import { plainOperand, squareSize } from "../shapes.ts";
import { remembered } from "../systems/remembered.ts";
import { solveTriangular } from "../systems/solve-triangular.ts";
import { type Blocks, blocksOf, inverseButLast } from "./diagonal-blocks.ts";

/** P·S·Pᵀ = L·D·Lᵀ */
export interface LDL<M extends MatrixValue> {
  /** Lower triangular, with 1 on its diagonal; no entry exceeds 2.8 in magnitude. */
  readonly L: M;
  /** Block diagonal and symmetric, with blocks 1×1 and 2×2. */
  readonly D: M;
  /** Row and column i of P·S·Pᵀ are row and column permutation[i] of S. It is no value: give L and D, not the whole. */
  readonly permutation: Int32Array;
}

interface Factorize {
  (A: Matrix): LDL<Matrix>;
  (A: MatrixValue): LDL<MatrixValue>;
}

const isFinite = (factors: SymmetricFactors): boolean =>
  factors.L.every(Number.isFinite) && factors.D.every(Number.isFinite);

// Large entries count in units of 1 if that does not overflow: the smallest would underflow.
const study = /*#__PURE__*/ remembered((kept): SymmetricFactors => {
  const n = kept.rows;
  const S = symmetricPart(kept).data;
  const factors = symmetricFactors(S, n);
  if (isFinite(factors)) return factors;
  const unit = unitOf(S);
  const inUnit = symmetricFactors(
    S.map((entry) => entry / unit),
    n,
  );
  return { ...inUnit, D: inUnit.D.map((entry) => entry * unit) };
});

/** @throws DomainError if an entry of D leaves the range. */
const factorsOf = (A: Plain): SymmetricFactors => {
  const factors = study.of("ldl", A);
  if (isFinite(factors)) return factors;
  throw new DomainError(
    `ldl: expected a matrix whose factors are in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; scale it down first`,
  );
};

const copies = (A: Plain): readonly [L: Matrix, D: Matrix, order: Float64Array] => {
  const { L, D, order } = factorsOf(A);
  const [n = 0] = shapeOf(A);
  return [new Matrix(n, n, L.slice()), new Matrix(n, n, D.slice()), Float64Array.from(order)];
};

/** A pivot of 0 is that of a column of zeros, beside which any pivot may come first; the last has no choice. */
const refuseSingular = (D: Plain, { ones }: Blocks): void => {
  const [n = 0] = shapeOf(D);
  const zero = ones.find((i) => i < n - 1 && entriesOf(D)[i * (n + 1)] === 0);
  if (zero === undefined) return;
  throw new SingularMatrixError(
    `ldl: expected a matrix of rank ${n - 1} or more to differentiate, got ${describeShape(shapeOf(D))} whose pivot ${zero} is 0 (rcond 0); its factors have no derivative, but those of eigh may have`,
  );
};

const factorization = /*#__PURE__*/ structured("ldl", {
  value: ([A = NaN]) => copies(A),
  shape: ([a = []]) => {
    const n = squareSize("ldl", a);
    return [[n, n], [n, n], [n]];
  },
  pushforward: ([dA = NaN], _inputs, [L = NaN, D = NaN, order = NaN]) => {
    const blocks = blocksOf(value(D));
    refuseSingular(value(D), blocks);
    const { n, start } = blocks;
    const places = entriesOf(value(order));
    const index = Int32Array.from(
      { length: n * n },
      (_, k) => places[Math.floor(k / n)]! * n + places[k % n]!,
    );
    const within = (X: Value): Value => solveTriangular(L, X, { unitDiagonal: true });
    const PdSP = take(symmetricPart(dA), { index, shape: [n, n] });
    const F = within(transpose(within(PdSP)));
    const inBlocks = tabulated(n, n, (i, j) => (start[i] === start[j] ? 1 : 0));
    const below = tabulated(n, n, (i, j) => (start[i]! > start[j]! ? 1 : 0));
    const dL = matmul(L, matmul(scale(below, F), inverseButLast(D, blocks)));
    return [dL, scale(inBlocks, F), zeros([n])];
  },
});

/** L and D of an element only when they are asked for: the permutation has a derivative everywhere. */
const withFactors = (A: Value, permutation: Int32Array) => {
  let known: readonly Value[] | undefined;
  const factors = (): readonly Value[] => (known ??= factorization([A]));
  return {
    get L() {
      return factors()[0];
    },
    get D() {
      return factors()[1];
    },
    permutation,
  };
};

/**
 * P·S·Pᵀ = L·D·Lᵀ of S = (A + Aᵀ)/2, symmetric and as indefinite or singular as it may be, by rook pivoting
 * (Ashcraft, Grimes & Lewis 1998). The inertia of S is that of D. With F = L⁻¹·P·Ṡ·Pᵀ·L⁻ᵀ, Ḋ is the part of F
 * in the blocks of D, and L̇ = L·F₋·D⁻¹ for the part F₋ below them (docs/rules.md (4.10)), where D⁻¹ is without the last
 * block, which F₋ does not meet and which may be 0; the permutation and the blocks are locally constant.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, or if D leaves the range of float64;
 * SingularMatrixError in the derivative of L or D if a 1×1 pivot in a row before the last is 0.
 * @example
 * ldl(matrix([[0, 2], [2, 0]])).D; // Matrix 2×2 [0 2] [2 0]
 */
export const ldl: Factorize & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  factorization,
  ((A: Value) => {
    if (A instanceof Element) return withFactors(A, factorsOf(value(A)).order.slice());
    const [L, D, order] = copies(plainOperand("ldl", A));
    return { L, D, permutation: Int32Array.from(order) };
    // The overloads say that a matrix gives two matrices.
  }) as Factorize,
);
