declare const opaque: unique symbol;

/**
 * The counter of a loop. It goes only into `at`, `row`, `slice`, the bounds of inner loops and the
 * index arithmetic `offset`, `affine`, `scalar`: so a function written today can be staged and
 * compiled tomorrow. In plain evaluation it is a number.
 */
export interface Index {
  readonly [opaque]: "index";
}

/** Where an index or a whole number may stand. */
export type Position = Index | number;

/** An index that the loops hand to their bodies. */
export const indexOf = (k: number): Index =>
  // At run time an index is a number; the type hides it, so that bodies do not compute with it.
  k as unknown as Index;

/** The number behind an index. */
export const positionOf = (i: Position): number => i as number;
