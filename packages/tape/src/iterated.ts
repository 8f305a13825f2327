import {
  type Value,
  ConvergenceError,
  DomainError,
  entriesOf,
  leavesOf,
  sameStructure,
  sub,
  value,
  withLeaves,
} from "@jacobian/core";

/** When an iteration is done, and when it has failed. */
export interface IterationOptions {
  /** A step must become smaller than this part of the largest entry, or of `scale`; 1e-12 if not said. */
  readonly tolerance?: number;
  /** What counts as no longer small where all entries are smaller, as at a root at 0; 1 if not said. */
  readonly scale?: number;
  /** The largest number of steps; 10 000 if not said. */
  readonly limit?: number;
}

/** What an iteration that failed says of itself. */
export interface Complaint {
  readonly operation: string;
  readonly expected: string;
  readonly remedy: string;
  /** More of what it got, from where it stood. */
  readonly seen?: (y: unknown) => string;
  /** Whether a first step that is not finite is the result: an adjoint of NaN or ∞ travels on. */
  readonly travels?: boolean;
}

/** The largest |entry| of a container, by value; NaN if one is. */
export const largest = (operation: string, x: unknown): number => {
  let top = 0;
  for (const leaf of leavesOf(operation, x))
    for (const entry of entriesOf(value(leaf))) top = Math.max(top, Math.abs(entry));
  return top;
};

/** f(x, y) leaf by leaf, of containers of one structure. */
export const combined = (
  operation: string,
  f: (a: Value, b: Value) => Value,
  x: unknown,
  y: unknown,
): unknown => {
  const others = leavesOf(operation, y);
  const leaves = leavesOf(operation, x).map((a, k) => f(a, others[k]!));
  return withLeaves(operation, x, leaves);
};

const checked = (
  operation: string,
  { tolerance = 1e-12, scale = 1, limit = 10_000 }: IterationOptions,
) => {
  if (tolerance >= 0 && scale >= 0 && limit >= 1) return { tolerance, scale, limit };
  throw new DomainError(
    `${operation}: expected a tolerance and a scale of 0 or more and a limit of 1 step or more, got ${tolerance}, ${scale} and ${limit}; leave them out if in doubt`,
  );
};

/**
 * y ↦ step(y) from `start` until y no longer moves: until the largest change is within the tolerance and no
 * longer shrinks, which is as far as rounding lets it come.
 * @throws ConvergenceError after `limit` steps, or where y is no longer a number; ShapeError if a step
 * changes the structure.
 */
export const iterated = (
  step: (y: unknown) => unknown,
  start: unknown,
  options: IterationOptions,
  { operation, expected, remedy, seen = () => "", travels = false }: Complaint,
): unknown => {
  const { tolerance, scale, limit } = checked(operation, options);
  let y = start;
  let change = Infinity;
  for (let k = 1; ; k++) {
    const next = sameStructure(operation, y, step(y), "let a step keep the structure of its start");
    const last = change;
    change = largest(operation, combined(operation, sub, next, y));
    const small = change <= tolerance * Math.max(scale, largest(operation, next));
    y = next;
    if (travels && k === 1 && !Number.isFinite(change)) return y;
    if (change === 0 || (small && (change >= last || k >= limit) && change < Infinity)) return y;
    if (k >= limit || !Number.isFinite(change)) {
      throw new ConvergenceError(
        `${operation}: expected ${expected} within ${limit} steps, got one that still changed by ${change} after ${k}${seen(y)}; ${remedy}`,
      );
    }
  }
};
