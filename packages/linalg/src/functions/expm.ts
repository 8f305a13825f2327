import {
  type Matrix,
  type MatrixValue,
  type Plain,
  type StructuredRule,
  type Value,
  DomainError,
  callable,
  describeShape,
  entriesOf,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { type Exponential, exponential, exponentialAlong } from "../kernels/expm.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { remembered } from "../systems/remembered.ts";
import { frechetFamily } from "./frechet.ts";

interface Expm {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
}

/** What e^A and its derivative along so many directions are made of: along one the same as along none. */
const study = /*#__PURE__*/ remembered(({ data, rows }) => {
  const known: Exponential[] = [];
  return (order: number) => (known[Math.max(order, 1)] ??= exponential(data, rows, order));
});

const refuseOverflow = (A: Plain, value: Float64Array): void => {
  if (value.every(Number.isFinite)) return;
  throw new DomainError(
    `expm: expected a matrix whose exponential is in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; subtract a multiple m of the identity, which divides the result by e^m`,
  );
};

const family = /*#__PURE__*/ frechetFamily("expm", (A, directions) => {
  const known = study.of("expm", A)(directions.length);
  refuseOverflow(A, known.value);
  // What is remembered must not follow what a caller writes into the result.
  const X = directions.length === 0 ? known.value.slice() : undefined;
  return plainOf(shapeOf(A), X ?? exponentialAlong(known, directions.map(entriesOf)));
});

/**
 * The exponential e^A = I + A + A²/2 + … of a square matrix, by scaling and squaring of a Padé approximant
 * (Al-Mohy & Higham 2009, SIAM J. Matrix Anal. Appl. 31, 970–989). Its derivative along Ȧ is
 * ∫₀¹ e^((1−s)A)·Ȧ·e^(sA) ds, computed like the value, and the adjoint is the derivative along X̄ at Aᵀ
 * (docs/rules.md (12.2), (12.9); Al-Mohy & Higham 2009, 30, 1639–1657).
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, or if the exponential leaves the
 * range of float64.
 * @example
 * expm(matrix([[0, 1], [0, 0]])); // Matrix 2×2 [1 1] [0 1]
 */
export const expm: Expm & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  family,
  // The overloads say that a matrix gives a matrix.
  ((A: Value) => family([A])[0]) as Expm,
);
