import {
  type Plain,
  type Structured,
  type Value,
  type Vector,
  DomainError,
  add,
  div,
  entriesOf,
  scale,
  shapeOf,
  slice,
  structured,
  sub,
  value,
} from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";
import { matmul, timesTransposed } from "../products/products.ts";
import { dot, outer } from "../products/vectors.ts";
import { matrixShape } from "../shapes.ts";
import { doubled, doubledSpectrum } from "../spectrum/doubled.ts";
import { known, plainSingularValues, plainSvd } from "../spectrum/singular-factors.ts";
import { conditionOf, threshold } from "../systems/factors.ts";
import { solve } from "../systems/solve.ts";

/** Which singular value, counted from the largest, and the function that asks. */
interface Which {
  readonly index: number;
  readonly operation: string;
}

/** The error for a singular value that meets the one nearest to it, or 0 if that is nearer. */
const kink = (s: Float64Array, { index, operation }: Which): DomainError => {
  const at = s[index] ?? 0;
  const gap = (i: number): number => Math.abs((s[i] ?? Infinity) - at);
  const other = gap(index - 1) < gap(index + 1) ? index - 1 : index + 1;
  const got =
    gap(other) < at
      ? `singular values ${at} and ${s[other] ?? 0} (nos. ${index} and ${other})`
      : `singular value ${at} (no. ${index})`;
  return new DomainError(
    `${operation}: expected a simple singular value other than 0 to differentiate, got ${got}; where it meets another or vanishes it has no derivative, but the Frobenius norm has`,
  );
};

/** @throws DomainError unless the value is simple and not 0, as far as it is known. */
const refuseKink = (s: Float64Array, A: Plain, which: Which): void => {
  const { index, operation } = which;
  const [m, n] = matrixShape(operation, shapeOf(A));
  const least = known(s, m, n);
  const at = s[index] ?? 0;
  const isNear = (i: number): boolean => Math.abs((s[i] ?? Infinity) - at) <= least;
  if (at <= least || isNear(index - 1) || isNear(index + 1)) throw kink(s, which);
};

/**
 * The unit vectors u and v with A·v = σ·u and Aᵀ·u = σ·v, one after the other. With J = (0 A; Aᵀ 0),
 * x = (u; v) and σ = xᵀJx/2, the derivative of J·x = σ·x, solved with xᵀẋ = 0, is
 * (σI − J + σ/2·x·xᵀ)·ẋ = J̇·x − σ̇·x (docs/rules.md (9.6)).
 */
const pair: Structured<Which> = /*#__PURE__*/ structured<Which>("singularPair", {
  value: ([A = NaN], which) => {
    const [U, s, V] = plainSvd(which.operation, A);
    refuseKink(s, A, which);
    const column = (X: Plain): number[] =>
      Array.from(entriesOf(X)).filter((_, k) => k % s.length === which.index);
    return [Float64Array.from([...column(U), ...column(V)])];
  },
  shape: ([a = []], { operation }) => {
    const [m, n] = matrixShape(operation, a);
    return [[m + n]];
  },
  pushforward: ([dA = NaN], [A = NaN], [x = NaN], which) => {
    const J = doubled(A);
    const sigma = div(dot(x, matmul(J, x)), 2);
    const moved = matmul(doubled(dA), x);
    const right = sub(moved, scale(div(dot(x, moved), 2), x));
    const [size = 0] = shapeOf(x);
    const shifted = sub(scale(sigma, identity(size)), J);
    const M = add(shifted, scale(div(sigma, 2), outer(x, x)));
    // The smaller the gap to another value, the nearer is M to singular.
    if (conditionOf(which.operation, value(M)) < threshold(size)) {
      throw kink(plainSingularValues(which.operation, value(A)), which);
    }
    return [solve(M, right)];
  },
});

/** u and v of a singular value that has a derivative. */
const vectorsAt = (A: Value, which: Which): readonly [u: Value, v: Value] => {
  const [m, n] = matrixShape(which.operation, shapeOf(A));
  // The pair is one vector.
  const x = pair([A], which)[0] as Vector;
  return [slice(x, 0, m), slice(x, m, m + n)];
};

/**
 * One singular value by its index. σ̇ = uᵀ·Ȧ·v and Ā = σ̄·u·vᵀ where it is simple and not 0, whatever the
 * others are (docs/rules.md (9.5)).
 */
export const singularValue = /*#__PURE__*/ structured<Which>("singularValue", {
  value: ([A = NaN], { index, operation }) => [plainSingularValues(operation, A)[index] ?? NaN],
  shape: ([a = []], { operation }) => {
    matrixShape(operation, a);
    return [[]];
  },
  pushforward: ([dA = NaN], [A = NaN], _outputs, which) => {
    const [u, v] = vectorsAt(A, which);
    return [dot(u, matmul(dA, v))];
  },
  pullback: ([bar = NaN], [A = NaN], _outputs, which) => {
    const [u, v] = vectorsAt(A, which);
    return [timesTransposed(scale(bar, u), v)];
  },
  spectrum: ([A = NaN], { index, operation }) => doubledSpectrum(operation, A, [index]),
});

/** The singular value of this index, in the name of an operation. */
export const singularValueAt = (operation: string, A: Value, index: number): Value =>
  singularValue([A], { index, operation })[0] ?? NaN;
