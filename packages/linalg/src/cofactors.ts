import {
  type Value,
  add,
  div,
  entriesOf,
  mul,
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
import { identity, trace } from "./diagonal.ts";
import { inv } from "./inv.ts";
import { type PivotOrder, completePivots } from "./kernels/complete-pivots.ts";
import { matmul } from "./products.ts";
import { solve } from "./solve.ts";
import { transpose } from "./transpose.ts";

/** √2⁻⁵²: a pivot above this share of the largest entry is divided by, half of all digits being safe. */
const threshold = 2 ** -26;

/**
 * The matrix of cofactors adj(A)ᵀ = ∂det A/∂A, where z = det A. For an invertible matrix it is z·A⁻ᵀ.
 * Its entries are polynomials of those of A, so it is right, and can be differentiated to any order, at
 * singular matrices too: what elimination cannot divide by is expanded.
 */
export const cofactors = (A: Value, z: Value): Value => {
  const [n = 0] = shapeOf(A);
  const order = completePivots(entriesOf(value(A)), n, threshold);
  return order.rank === n ? scale(z, transpose(inv(A))) : expanded(A, order);
};

/**
 * Rows and columns in the order of the pivots, A = [A₁₁ A₁₂; A₂₁ A₂₂] with A₁₁ well conditioned, and
 * S = A₂₂ − A₂₁·W for W = A₁₁⁻¹·A₁₂, V = A₁₁⁻ᵀ·A₂₁ᵀ. Then A = [I 0; Vᵀ I]·[A₁₁ 0; 0 S]·[I W; 0 I], and
 * from adj(X·Y) = adj(Y)·adj(X) (Horn & Johnson 2013, 0.8.2 and 0.8.5), transposed,
 *
 *     adj(A)ᵀ = ±det A₁₁·( [det S·A₁₁⁻ᵀ 0; 0 0] + [−V; I]·adj(S)ᵀ·[−Wᵀ I] ).
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
  const small = n - rank <= 2 || rest <= n * Number.EPSILON;
  const { determinant, adjugate } = small ? byTraces(S) : eliminated(S);
  const below = (B: Value): Value => stack([neg(B), identity(n - rank)], [n, n - rank])[0] ?? NaN;
  const product = matmul(below(V), transpose(matmul(below(W), adjugate)));
  const corner = scale(determinant, transpose(inv(A11)));
  return scale(mul(sign, det(A11)), add(spread(product, rows, columns), spread(corner, top, left)));
};

/** The flat positions of these rows and columns in an n×n matrix. */
const places = (n: number, rows: Int32Array, columns: Int32Array): number[] =>
  Array.from(rows).flatMap((i) => Array.from(columns, (j) => i * n + j));

interface Expansion {
  readonly determinant: Value;
  readonly adjugate: Value;
}

/** Small beside A, but well above its rounding errors: S has pivots of its own. */
const eliminated = (S: Value): Expansion => {
  const determinant = det(S);
  return { determinant, adjugate: transpose(cofactors(S, determinant)) };
};

/**
 * Without a division by entries of S, which may be 0 or rounding errors: N₁ = I, eⱼ = tr(S·Nⱼ)/j and
 * Nⱼ₊₁ = eⱼ·I − S·Nⱼ end with Nₖ = adj(S), eₖ = det S (Leverrier and Faddeev; Householder 1964, 6.7).
 * Cancellation grows with k, but up to k = 2 there is none.
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
