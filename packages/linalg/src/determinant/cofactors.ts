import {
  type Value,
  Element,
  add,
  entriesOf,
  neg,
  scale,
  scatter,
  shapeOf,
  stack,
  sub,
  take,
  value,
} from "@jacobian/core";
import { type Expansion, expansion } from "./berkowitz.ts";
import { det } from "./det.ts";
import { identity } from "../construct/diagonal.ts";
import { conditionOf } from "../systems/factors.ts";
import { inv } from "../systems/inv.ts";
import { type PivotOrder, completePivots } from "../kernels/complete-pivots.ts";
import { exponentOf, largestMagnitude } from "../kernels/exponent.ts";
import { minors } from "./minors.ts";
import { matmul } from "../products/products.ts";
import { solve, solveTransposed } from "../systems/solve.ts";
import { transpose } from "../products/transpose.ts";

/**
 * A pivot above this share of the largest entry is divided by. Each order of differentiation divides once
 * more and would cost log₂(1/share) bits each time; at 1/2 nothing is lost that shows (docs/rules.md (3.4)).
 */
const share = 1 / 2;

/** Above this reciprocal condition number, det A·A⁻ᵀ itself is right to more than twelve digits. */
const wellConditioned = 2 ** -10;

/**
 * The matrix of cofactors adj(A)ᵀ = ∂det A/∂A, where z = det A. For an invertible matrix it is z·A⁻ᵀ.
 * Its entries are polynomials of those of A, so it is right, and can be differentiated to any order, at
 * singular matrices too: what elimination cannot divide by is expanded.
 */
export const cofactors = (A: Value, z: Value): Value => {
  const [n = 0] = shapeOf(A);
  if (n <= 3) return minors(A, n);
  const entries = entriesOf(value(A));
  const exponent = exponentOf(largestMagnitude(entries));
  if (exponent !== 0 && !inRange(exponent, n)) return rescaled(A, Math.max(exponent, -1022));
  if (isFarFromSingular(A)) return scale(z, transpose(inv(A)));
  const order = completePivots(entries, n, share);
  return order.rank === n ? scale(z, transpose(inv(A))) : expanded(A, order);
};

/** Asked only where nothing will be differentiated once more: of plain matrices. */
const isFarFromSingular = (A: Value): boolean =>
  !(A instanceof Element) && conditionOf("det", A) >= wellConditioned;

/** Whether n pivots from 2^exponent down to 2⁻¹⁰ of that have a product in float64; zeros have. */
const inRange = (exponent: number, n: number): boolean =>
  exponent === -Infinity || n * (Math.abs(exponent) + 10) <= 1000;

/** For c = 2^exponent, adj(A)ᵀ = cⁿ⁻¹·adj(A/c)ᵀ, whose determinant is in range; cⁿ⁻¹ need not be. */
const rescaled = (A: Value, exponent: number): Value => {
  const [n = 0] = shapeOf(A);
  const B = scale(2 ** -exponent, A);
  const half = Math.floor((n - 1) / 2);
  const grown = scale(2 ** (exponent * half), cofactors(B, det(B)));
  return scale(2 ** (exponent * (n - 1 - half)), grown);
};

/**
 * Rows and columns in the order of the pivots, A = [A₁₁ A₁₂; A₂₁ A₂₂] with A₁₁ well conditioned, and
 * S = A₂₂ − A₂₁·W for W = A₁₁⁻¹·A₁₂, V = A₁₁⁻ᵀ·A₂₁ᵀ. Then A = [I 0; Vᵀ I]·[A₁₁ 0; 0 S]·[I W; 0 I], and
 * from adj(X·Y) = adj(Y)·adj(X) (Horn & Johnson 2013, 0.8.2), transposed (docs/rules.md (3.7)),
 *
 *     adj(A)ᵀ = ±( det S·[adj(A₁₁)ᵀ 0; 0 0] + det A₁₁·[−V; I]·adj(S)ᵀ·[−Wᵀ I] ).
 */
const expanded = (A: Value, { rows, columns, sign, rank, rest }: PivotOrder): Value => {
  const n = rows.length;
  const part = (order: Int32Array) => [order.subarray(0, rank), order.subarray(rank)] as const;
  const [[top, bottom], [left, right]] = [part(rows), part(columns)];
  const block = (i: Int32Array, j: Int32Array): Value =>
    take(A, { index: places(n, i, j), shape: [i.length, j.length] });
  const spread = (B: Value, i: Int32Array, j: Int32Array): Value =>
    scatter(B, { index: places(n, i, j), shape: [n, n] });

  const A11 = block(top, left);
  const A21 = block(bottom, left);
  const W = solve(A11, block(top, right));
  const V = solveTransposed(A11, transpose(A21));
  const S = sub(block(bottom, right), matmul(A21, W));
  const noise = n - rank > 3 && rest <= n * Number.EPSILON;
  const { determinant, adjugate } = noise ? expansion(S) : inTurn(S);
  const below = (B: Value): Value => stack([neg(B), identity(n - rank)], [n, n - rank])[0] ?? NaN;
  const product = matmul(below(V), transpose(matmul(below(W), adjugate)));
  const volume = det(A11);
  const corner = scale(determinant, cofactors(A11, volume));
  const whole = spread(scale(volume, product), rows, columns);
  return scale(sign, add(whole, spread(corner, top, left)));
};

/** The flat positions of these rows and columns in an n×n matrix. */
const places = (n: number, rows: Int32Array, columns: Int32Array): number[] =>
  Array.from(rows).flatMap((i) => Array.from(columns, (j) => i * n + j));

/** Small beside A, but of at most three rows or well above its rounding errors: S has pivots of its own. */
const inTurn = (S: Value): Expansion => {
  const determinant = det(S);
  return { determinant, adjugate: transpose(cofactors(S, determinant)) };
};
