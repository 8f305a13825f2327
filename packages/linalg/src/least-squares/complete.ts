import {
  type Plain,
  type Value,
  DomainError,
  describeShape,
  entriesOf,
  sameShape,
  shapeOf,
  value,
} from "@jacobian/core";
import { finiteEntries } from "../finite.ts";
import { type Complete, completeOrthogonal } from "../kernels/complete-orthogonal.ts";
import { unitOf } from "../kernels/exponent.ts";
import { matrixShape, plainOperand } from "../shapes.ts";
import { same } from "../systems/remembered.ts";

/** A = unit·U·T·Vᵀ */
export interface Decomposed extends Complete {
  /** A power of two, 1 unless A is near the ends of the range of float64. */
  readonly unit: number;
}

interface Memory {
  /** The entries that were decomposed: a caller may have written into the matrix since. */
  readonly copy: Float64Array;
  readonly shape: readonly number[];
  /** What its rank was decided by; NaN if it was given. */
  readonly tolerance: number;
  readonly decomposed: Decomposed;
}

const known = /*#__PURE__*/ new WeakMap<Float64Array, Memory>();

/** What is remembered of A, if it was decomposed with this rank, or to this tolerance. */
const recalled = (
  A: Plain,
  tolerance: number,
  rank: number | undefined,
): Decomposed | undefined => {
  const memory = known.get(entriesOf(A));
  if (memory === undefined || !sameShape(memory.shape, shapeOf(A))) return undefined;
  const fits =
    rank === undefined ? memory.tolerance === tolerance : memory.decomposed.rank === rank;
  return fits && same(memory.copy, entriesOf(A)) ? memory.decomposed : undefined;
};

/**
 * The complete orthogonal decomposition of a matrix, made once for as long as it keeps its entries: the
 * rank, a value, its tangents and its adjoints share it.
 * @throws ShapeError for what is no matrix; DomainError for an entry that is NaN or infinite.
 */
const decompose = (
  operation: string,
  A: Plain,
  tolerance: number | undefined,
  rank?: number,
): Decomposed => {
  const [m, n] = matrixShape(operation, shapeOf(A));
  const allowed = tolerance ?? Math.max(m, n) * Number.EPSILON;
  const before = recalled(A, allowed, rank);
  if (before !== undefined) return before;
  const entries = finiteEntries(operation, A);
  const unit = unitOf(entries);
  const inUnit = unit === 1 ? entries : entries.map((entry) => entry / unit);
  const decomposed = { ...completeOrthogonal(inUnit, m, n, allowed, rank), unit };
  const decidedBy = rank === undefined ? allowed : NaN;
  known.set(entries, { copy: entries.slice(), shape: [m, n], tolerance: decidedBy, decomposed });
  return decomposed;
};

/**
 * The rank of A to a tolerance: the one decision of `rank`, `lstsq`, `pinv`, `nullSpace` and `columnSpace`.
 * @throws ShapeError for what is no matrix; DomainError for an entry that is NaN or infinite.
 */
export const rankOf = (operation: string, A: Value, tolerance: number | undefined): number =>
  decompose(operation, plainOperand(operation, A), tolerance).rank;

/** The decomposition of A with a rank that is decided. */
export const completeOf = (operation: string, A: Plain, rank: number): Decomposed =>
  decompose(operation, A, undefined, rank);

/** What was left out of A must not be larger than this, relative to A, where derivatives take it for 0. */
const negligible = 2 ** -26;

/**
 * The derivatives are those at matrices of the same rank.
 * @throws DomainError if A is one only because more than rounding errors was left out.
 */
export const refuseTruncated = (operation: string, A: Value, rank: number): void => {
  const { rest } = completeOf(operation, value(A), rank);
  if (rest <= negligible) return;
  throw new DomainError(
    `${operation}: expected a matrix of rank ${rank} up to rounding to differentiate, got ${describeShape(shapeOf(A))} of which ${rest.toPrecision(2)} was left out; choose a tolerance that does not cut into the data, or write the function with svd`,
  );
};
