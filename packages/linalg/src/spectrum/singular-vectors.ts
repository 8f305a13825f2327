import {
  type Shape,
  type Value,
  add,
  broadcast,
  reciprocal,
  scale,
  shapeOf,
  structured,
  sub,
  value,
} from "@jacobian/core";
import { diagonal, diagonalMatrix } from "../construct/diagonal.ts";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { matrixShape } from "../shapes.ts";
import { inverseGaps } from "./gaps.ts";
import { plainSvd, refuseKinks } from "./singular-factors.ts";

/** Gᵢⱼ = 1/(sⱼ + sᵢ) */
const inverseSums = (s: Value): Value => {
  const [k = 0] = shapeOf(s);
  const shape: Shape = [k, k];
  return reciprocal(
    add(broadcast(s, { shape, axis: "columns" }), broadcast(s, { shape, axis: "rows" })),
  );
};

const skewPart = (P: Value): Value => sub(P, symmetricPart(P));

/** X·diag(s)⁻¹ */
const overColumns = (X: Value, s: Value): Value =>
  scale(broadcast(reciprocal(s), { shape: shapeOf(X), axis: "columns" }), X);

/** The part of Y that lies outside the columns of U, where P = Uᵀ·Y. */
const outside = (U: Value, Y: Value, P: Value): Value => sub(Y, matmul(U, P));

/** A's sizes, from those of U and V. */
const sizes = (U: Value, V: Value): readonly [m: number, n: number, k: number] => {
  const [[m = 0, k = 0], [n = 0]] = [shapeOf(U), shapeOf(V)];
  return [m, n, k];
};

const pushed = (dA: Value, U: Value, s: Value, V: Value): readonly Value[] => {
  const [m, n, k] = sizes(U, V);
  const AV = matmul(dA, V);
  const P = transposedTimes(U, AV);
  const X = scale(inverseGaps(s), symmetricPart(P));
  const Y = scale(inverseSums(s), skewPart(P));
  const [dU, dV] = [matmul(U, add(X, Y)), matmul(V, sub(X, Y))];
  return [
    m === k ? dU : add(dU, overColumns(outside(U, AV, P), s)),
    diagonal(P),
    n === k ? dV : add(dV, overColumns(sub(transposedTimes(dA, U), timesTransposed(V, P)), s)),
  ];
};

const pulled = (
  [UBar = NaN, sBar = NaN, VBar = NaN]: readonly Value[],
  U: Value,
  s: Value,
  V: Value,
): Value => {
  const [m, n, k] = sizes(U, V);
  const [uu, vv] = [transposedTimes(U, UBar), transposedTimes(V, VBar)];
  const X = symmetricPart(scale(inverseGaps(s), add(uu, vv)));
  const Y = skewPart(scale(inverseSums(s), sub(uu, vv)));
  const PBar = add(diagonalMatrix(sBar), add(X, Y));
  const inner = timesTransposed(matmul(U, PBar), V);
  if (m > k) return add(inner, timesTransposed(overColumns(outside(U, UBar, uu), s), V));
  if (n > k) return add(inner, timesTransposed(U, overColumns(outside(V, VBar, vv), s)));
  return inner;
};

/**
 * A = U·diag(s)·Vᵀ as a rule with the outputs U, s and V. With P = UᵀȦV, its symmetric part P₊ and the rest
 * P₋, X = D∘P₊ and Y = G∘P₋, where Dᵢⱼ = 1/(sⱼ − sᵢ), 0 on the diagonal, and Gᵢⱼ = 1/(sⱼ + sᵢ):
 * U̇ = U(X + Y) + (I − UUᵀ)ȦV·S⁻¹, ṡ = diag P, V̇ = V(X − Y) + (I − VVᵀ)ȦᵀU·S⁻¹. Backwards,
 * P̄ = diag s̄ + sym(D∘(UᵀŪ + VᵀV̄)) + skew(G∘(UᵀŪ − VᵀV̄)) and Ā = U·P̄·Vᵀ + (I − UUᵀ)Ū·S⁻¹Vᵀ + U·S⁻¹V̄ᵀ(I − VVᵀ)
 * (docs/rules.md (8.7), (8.8); Giles 2008, 3.2; Townsend 2016). No square of a singular value is formed.
 */
export const singularVectors = /*#__PURE__*/ structured("svd", {
  value: ([A = NaN]) => plainSvd("svd", A),
  shape: ([a = []]) => {
    const [m, n] = matrixShape("svd", a);
    const k = Math.min(m, n);
    return [[m, k], [k], [n, k]];
  },
  pushforward: ([dA = NaN], _inputs, [U = NaN, s = NaN, V = NaN]) => {
    const [m, n] = sizes(U, V);
    refuseKinks("svd", value(s), m, n);
    return pushed(dA, U, s, V);
  },
  pullback: (bars, _inputs, [U = NaN, s = NaN, V = NaN]) => {
    const [m, n] = sizes(U, V);
    refuseKinks("svd", value(s), m, n);
    return [pulled(bars, U, s, V)];
  },
});
