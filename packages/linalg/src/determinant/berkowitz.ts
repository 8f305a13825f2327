import { type Value, add, neg, scale, shapeOf, stack, take } from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";
import { matmul } from "../products/products.ts";
import { dot } from "../products/vectors.ts";

/** The determinant of a matrix and its adjugate. */
export interface Expansion {
  readonly determinant: Value;
  readonly adjugate: Value;
}

/**
 * Without a division (Samuelson 1942; Berkowitz 1984, Inf. Process. Lett. 18, 147–150): polynomials in the
 * entries of S, whatever they are, of which all derivatives are right. From the coefficients of
 * det(λI − S) = λᵏ + c₁λᵏ⁻¹ + … + cₖ, det S = (−1)ᵏ·cₖ and, since S is a root of it (Cayley and Hamilton),
 * adj(S) = (−1)ᵏ⁻¹·(Sᵏ⁻¹ + c₁Sᵏ⁻² + … + cₖ₋₁I) (docs/rules.md (3.9)–(3.11)).
 */
export const expansion = (S: Value): Expansion => {
  const [k = 0] = shapeOf(S);
  const coefficients = characteristic(S, k);
  const coefficient = (j: number): Value => take(coefficients, { index: [j], shape: [] });
  const signed = (x: Value, power: number): Value => (power % 2 === 0 ? x : neg(x));
  let sum: Value = identity(k);
  for (let j = 1; j < k; j++) sum = add(matmul(S, sum), scale(coefficient(j), identity(k)));
  return { determinant: signed(coefficient(k), k), adjugate: signed(sum, k - 1) };
};

/** 1, c₁, …, cₖ */
const characteristic = (S: Value, k: number): Value => {
  let coefficients: Value = Float64Array.of(1);
  for (let r = 1; r <= k; r++) coefficients = matmul(bordering(S, k, r), coefficients);
  return coefficients;
};

/**
 * The (r + 1)×r Toeplitz matrix that takes the coefficients of the leading block M of r − 1 rows to those of
 * [M C; R a], one row and column larger: its first column is 1, −a, −R·C, −R·M·C, …, −R·Mʳ⁻²·C.
 */
const bordering = (S: Value, k: number, r: number): Value => {
  const last = r - 1;
  const before = Array.from({ length: last }, (_, i) => i);
  const M = take(S, {
    index: before.flatMap((i) => before.map((j) => i * k + j)),
    shape: [last, last],
  });
  const R = take(S, { index: before.map((j) => last * k + j), shape: [last] });
  let C: Value = take(S, { index: before.map((i) => i * k + last), shape: [last] });
  const column: Value[] = [1, neg(take(S, { index: [last * (k + 1)], shape: [] }))];
  for (let power = 0; power < last; power++) {
    if (power > 0) C = matmul(M, C);
    column.push(neg(dot(R, C)));
  }
  const [padded = NaN] = stack([...column, 0], [r + 2]);
  const index = Array.from({ length: r + 1 }, (_, i) =>
    Array.from({ length: r }, (_, j) => (i < j ? r + 1 : i - j)),
  ).flat();
  return take(padded, { index, shape: [r + 1, r] });
};
