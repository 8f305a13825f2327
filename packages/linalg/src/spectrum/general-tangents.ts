import {
  type Value,
  add,
  broadcast,
  div,
  entriesOf,
  neg,
  reciprocal,
  scale,
  square,
  sub,
  sum,
  take,
  value,
} from "@jacobian/core";
import { diagonal, identity } from "../construct/diagonal.ts";
import { tabulated } from "../construct/tabulated.ts";
import { exponentOf, largestMagnitude } from "../kernels/exponent.ts";
import { matmul } from "../products/products.ts";
import { solve } from "../systems/solve.ts";
import {
  type ComplexValue,
  complexColumns,
  inEigenbasis,
  pairsOf,
  realBasis,
} from "./conjugate-pairs.ts";

/** λⱼ − λᵢ of one part. */
const differences = (x: Value, n: number): Value =>
  sub(
    broadcast(x, { shape: [n, n], axis: "columns" }),
    broadcast(x, { shape: [n, n], axis: "rows" }),
  );

type Product = (x: Value, y: Value) => Value;

const times = (product: Product, x: ComplexValue, y: ComplexValue): ComplexValue => ({
  re: sub(product(x.re, y.re), product(x.im, y.im)),
  im: add(product(x.re, y.im), product(x.im, y.re)),
});

/** Fᵢⱼ = 1/(λⱼ − λᵢ) off the diagonal, 0 on it. */
const inverseGaps = (re: Value, im: Value, n: number): ComplexValue => {
  // Squares stay in range beside a unit.
  const top = Math.max(
    largestMagnitude(entriesOf(value(re))),
    largestMagnitude(entriesOf(value(im))),
  );
  const unit = 2 ** -Math.max(exponentOf(top), -1000);
  const [x, y] = [scale(unit, differences(re, n)), scale(unit, differences(im, n))];
  const squares = add(add(square(x), square(y)), identity(n));
  const weight = scale(
    tabulated(n, n, (i, j) => (i === j ? 0 : unit)),
    reciprocal(squares),
  );
  return { re: scale(weight, x), im: neg(scale(weight, y)) };
};

/**
 * Where the entries of the columns stand that were made real: the first that are, and large. That they had 0.9 times
 * the largest modulus before, rounding may have hidden.
 */
const leadsOf = (V: ComplexValue, n: number): Int32Array => {
  const [re, im] = [entriesOf(value(V.re)), entriesOf(value(V.im))];
  return Int32Array.from({ length: n }, (_, j) => {
    const moduli = Float64Array.from({ length: n }, (_, i) =>
      Math.hypot(re[i * n + j]!, im[i * n + j]!),
    );
    const large = 0.89 * largestMagnitude(moduli);
    return moduli.findIndex((entry, i) => entry >= large && im[i * n + j] === 0) * n + j;
  });
};

/** What keeps the lengths of the columns at 1 and their leading entries real (docs/rules.md (7.6)). */
const gauge = (V: ComplexValue, U: ComplexValue, n: number): ComplexValue => {
  const leads = leadsOf(V, n);
  const atLeads = (X: Value): Value => take(X, { index: leads, shape: [n] });
  const inner = add(scale(V.re, U.re), scale(V.im, U.im));
  const spread = (x: Value): Value => broadcast(neg(x), { shape: [n, n], axis: "columns" });
  return { re: spread(sum(inner, "columns")), im: spread(div(atLeads(U.im), atLeads(V.re))) };
};

/**
 * The tangents of eigenvalues λ and eigenvectors V of a real matrix, all different: with C = V⁻¹·Ȧ·V,
 * λ̇ = diag C and V̇ = V·(F∘C) + V·diag γ (docs/rules.md (7.3)–(7.6)). C comes from the real basis.
 */
export const eigenTangents = (
  dA: Value,
  lambda: ComplexValue,
  V: ComplexValue,
): readonly [values: ComplexValue, vectors: ComplexValue] => {
  const pairs = pairsOf(lambda.im);
  const R = realBasis(V, pairs);
  const C = inEigenbasis(solve(R, matmul(dA, R)), pairs);
  const F = inverseGaps(lambda.re, lambda.im, pairs.n);
  const U = times(matmul, V, times(scale, F, C));
  const turn = times(scale, gauge(V, U, pairs.n), V);
  const complex = complexColumns(pairs);
  const imaginary = Float64Array.from(pairs.signs, Math.abs);
  return [
    { re: diagonal(C.re), im: scale(imaginary, diagonal(C.im)) },
    { re: add(U.re, turn.re), im: scale(complex, add(U.im, turn.im)) },
  ];
};
