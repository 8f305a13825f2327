import {
  type Value,
  add,
  div,
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
import { det } from "./det.ts";
import { identity, trace } from "../construct/diagonal.ts";
import { inv } from "../systems/inv.ts";
import { type PivotOrder, completePivots } from "../kernels/complete-pivots.ts";
import { exponentOf, largestMagnitude } from "../kernels/exponent.ts";
import { minors } from "./minors.ts";
import { matmul } from "../products/products.ts";
import { solve } from "../systems/solve.ts";
import { transpose } from "../products/transpose.ts";

/**
 * A pivot above this share of the largest entry is divided by. Each order of differentiation divides
 * once more, and a share p costs log₂(1/p) bits each time.
 */
const threshold = 2 ** -7;

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
  const order = completePivots(entries, n, threshold);
  return order.rank === n ? scale(z, transpose(inv(A))) : expanded(A, order);
};

/** Whether n pivots from 2^exponent down to the threshold have a product in float64; zeros have. */
const inRange = (exponent: number, n: number): boolean =>
  exponent === -Infinity || n * (Math.abs(exponent) + 7) <= 1000;

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
 * from adj(X·Y) = adj(Y)·adj(X) (Horn & Johnson 2013, 0.8.2 and 0.8.5), transposed,
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
  const V = solve(transpose(A11), transpose(A21));
  const S = sub(block(bottom, right), matmul(A21, W));
  const noise = n - rank > 3 && rest <= n * Number.EPSILON;
  const { determinant, adjugate } = noise ? byTraces(S) : inTurn(S);
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

interface Expansion {
  readonly determinant: Value;
  readonly adjugate: Value;
}

/** Small beside A, but of at most three rows or well above its rounding errors: S has pivots of its own. */
const inTurn = (S: Value): Expansion => {
  const determinant = det(S);
  return { determinant, adjugate: transpose(cofactors(S, determinant)) };
};

/**
 * Without a division by entries of S, which may be 0 or rounding errors: N₁ = I, eⱼ = tr(S·Nⱼ)/j and
 * Nⱼ₊₁ = eⱼ·I − S·Nⱼ end with Nₖ = adj(S), eₖ = det S (Leverrier and Faddeev; Householder 1964, 6.7).
 * Cancellation grows with k, but what cancels here is below the rounding errors of A.
 */
const byTraces = (S: Value): Expansion => {
  const [k = 0] = shapeOf(S);
  let adjugate: Value = identity(k);
  for (let j = 1; j < k; j++) {
    const product: Value = matmul(S, adjugate);
    adjugate = sub(scale(div(trace(product), j), identity(k)), product);
  }
  return { determinant: div(trace(matmul(S, adjugate)), k), adjugate };
};
