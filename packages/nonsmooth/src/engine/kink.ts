import type { Value } from "@jacobian/core";

/** Where a primitive stands at a kink, or within a tolerance of one. */
export interface Place {
  /** The primitive, or the comparison. */
  readonly name: string;
  /** Which entry of the result, row by row. */
  readonly entry: number;
  /** The numbers that meet there: the sides of the switches, the entries that tie. */
  readonly sides: readonly number[];
  /** What a derivative by the table takes there. */
  readonly convention: string | number;
}

/** What has been found out so far of the choice at one kink; every kind of kink has its own. */
export type State = unknown;

/** A set of coefficients that is no simplex: the unit ball of a norm, the spectraplex of an eigenvalue. */
export interface Body {
  /** 1 where the kink is the largest over the body, −1 the smallest, 0 neither. */
  readonly curvature: 1 | -1 | 0;
  /** The state after one more direction, along which the parts move by `v`: lexicographic order. */
  readonly refine: (state: State, v: Float64Array) => State;
  /** The coefficients that a state stands for: an extreme point of the body. */
  readonly coefficients: (state: State) => ArrayLike<number>;
  readonly isSettled: (state: State) => boolean;
}

/**
 * A call of a primitive, in one entry, exactly where its derivative jumps. Near the point the result is
 * Σ coefficient·part to first order, and which coefficients those are is the selection.
 */
export interface Kink extends Place {
  /** What is combined, of the level below; none for the outcome of a comparison. */
  readonly parts: readonly Value[];
  /** For each selection what is above 0 where it is taken; a coefficient of 1 stands for it. */
  readonly options: () => readonly (readonly Value[])[];
  /** The parts as functions of the first operand of the primitive alone, and that operand, if it has pieces. */
  readonly sections?: () => {
    readonly at: number;
    readonly pieces: readonly ((u: Value) => Value)[];
  };
  /** Of an equality, whose first option is taken where both sides are the same: nowhere else near the point. */
  readonly isEquality?: boolean;
  /** In the place of options, where there are infinitely many selections. */
  readonly body?: Body;
  /** The coefficients that the convention stands for. */
  readonly conventional: ArrayLike<number>;
}

/** What is done at kinks. */
export interface Policy {
  /** The coefficients of the selection that is taken. */
  readonly choose: (kink: Kink) => ArrayLike<number>;
  /** Hears of every kink, jump and near miss. */
  readonly notice?: (place: Place) => void;
  /** Whether comparisons of the same two values have outcomes that fit: those of one side of the tie. */
  readonly isConsistent?: boolean;
  /** Whether eigenvalues that meet are left to their own rule, which refuses to differentiate them. */
  readonly leavesEigenvalues?: boolean;
  /** How near is near. */
  readonly tolerance?: number;
}

/** What of a kink is told. */
export const placesOf = (kinks: readonly Kink[]): readonly Place[] =>
  kinks.map(({ name, entry, sides, convention }) => ({ name, entry, sides, convention }));

/** Whether it is the outcome of a comparison. */
export const isBranch = ({ parts, body }: Kink): boolean =>
  parts.length === 0 && body === undefined;

/** 1 in place k of n. */
export const only = (k: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, p) => (p === k ? 1 : 0));

/** Whether two numbers differ by more than two roads of rounding to the same value do. */
export const apart = (a: number, b: number): boolean =>
  !(a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

/** Whether two lists of derivatives are the same to rounding, which is relative to the largest of them. */
export const agree = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  let [largest, difference] = [0, 0];
  for (let k = 0; k < a.length; k++) {
    if (a[k] === b[k]) continue;
    largest = Math.max(largest, Math.abs(a[k]!), Math.abs(b[k]!));
    difference = Math.max(difference, Math.abs(a[k]! - b[k]!));
  }
  return difference <= 1e-9 * largest;
};
