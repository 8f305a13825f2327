import {
  type MatrixValue,
  type Value,
  entriesOf,
  entryCount,
  leavesOf,
  shapeOf,
  sizeOf,
  take,
  value,
} from "@jacobian/core";
import { jacobian, jvp } from "@jacobian/dual";
import { type AnyFunction, intercept } from "../engine/intercept.ts";
import { type Kink, type Policy, agree } from "../engine/kink.ts";
import { looking } from "./look.ts";
import type { Lexicographic } from "./signs.ts";

/** A function at a point: what all doors are given. */
export interface At {
  readonly operation: string;
  readonly f: unknown;
  readonly x: unknown;
  readonly constants: readonly unknown[];
}

/** Directions in their order, found as they are needed. */
export type Directions = () => Iterable<unknown>;

/** A derivative of the selection that some signs single out. */
export interface Outcome<T> {
  readonly result: T;
  readonly signs: Lexicographic;
  readonly kinks: readonly Kink[];
  /** Whether the pieces that meet at kink i have different derivatives. */
  readonly differ: (i: number) => boolean;
}

/** f on values of the level that differentiates, and the kinks that it meets; `choose` is told their places in the order. */
const numbered = (
  { operation, f, constants }: At,
  x: unknown,
  choose: (i: number, kink: Kink) => ArrayLike<number>,
): ReturnType<typeof intercept> => {
  let i = 0;
  return intercept(
    operation,
    f,
    { choose: (kink) => choose(i++, kink), isConsistent: true },
    x,
    constants,
  );
};

/** Whether the derivatives of those pieces differ that may still be taken. */
const unequal = (parts: readonly Float64Array[], alive: readonly number[]): boolean => {
  const [first, ...others] = alive.map((k) => parts[k]!);
  return others.some((other) => !agree(other, first!));
};

/** The derivative along one direction, which tells more signs. */
export const along = (at: At, d: unknown, signs: Lexicographic): Outcome<unknown> => {
  let kinks: readonly Kink[] = [];
  let moves: readonly (readonly Float64Array[])[] = [];
  const selected: AnyFunction = (x) => {
    const look = looking(x);
    const seen = numbered(at, x, (i, kink) => signs.refine(i, kink, look));
    kinks = seen.kinks;
    moves = kinks.map(({ parts }) => parts.map(look));
    return seen.output;
  };
  const { tangent } = jvp(selected)(at.x, d);
  return { result: tangent, signs, kinks, differ: (i) => unequal(moves[i]!, signs.alive(i)) };
};

/** The signs after all directions, or as many as it takes. */
export const settled = (at: At, directions: Directions, signs: Lexicographic): void => {
  for (const d of directions()) {
    const { kinks } = along(at, d, signs);
    if (kinks.every((kink, i) => signs.isSettled(i, kink))) return;
  }
};

/** The blocks of rows that belong to each of these values, of a matrix whose rows are those of all. */
const blocksOf = (all: MatrixValue, values: readonly (readonly Value[])[], from: number) => {
  const entries = entriesOf(value(all));
  let place = from * all.cols;
  return values.map((parts) =>
    parts.map((part) => entries.slice(place, (place += all.cols * sizeOf(shapeOf(part))))),
  );
};

const firstRows = (A: MatrixValue, rows: number): MatrixValue => {
  if (A.rows === rows) return A;
  const shape = [rows, A.cols] as const;
  const index = Array.from({ length: rows * A.cols }, (_, k) => k);
  // Of this shape it is a matrix.
  return take(A, { index, shape }) as MatrixValue;
};

/** The Jacobian of the selection that lexicographic signs along these directions single out. */
export const jacobianAlong = (
  at: At,
  directions: Directions,
  signs: Lexicographic,
): Outcome<MatrixValue> => {
  settled(at, directions, signs);
  let kinks: readonly Kink[] = [];
  let parts: readonly (readonly Value[])[] = [];
  let rows = 0;
  const selected: AnyFunction = (x) => {
    const seen = numbered(at, x, (i, kink) => signs.coefficients(i, kink));
    kinks = seen.kinks;
    // Only of those that are still open the pieces must agree.
    parts = kinks.map((kink, i) => (signs.isSettled(i, kink) ? [] : kink.parts));
    rows = entryCount(at.operation, seen.output);
    return [seen.output, parts];
  };
  const all = jacobian(selected)(at.x) as MatrixValue;
  const blocks = blocksOf(all, parts, rows);
  return {
    result: firstRows(all, rows),
    signs,
    kinks,
    differ: (i) => unequal(blocks[i]!, signs.alive(i)),
  };
};

const conventional: Policy["choose"] = (kink) => kink.conventional;

/** Whether f meets a kink at x. @throws DomainError where it is not locally Lipschitz. */
export const hasKinks = ({ operation, f, x, constants }: At): boolean =>
  intercept(operation, f, { choose: conventional }, x, constants).kinks.length > 0;

/** The Jacobian of f where it meets no kink: that of dual. */
export const smoothJacobian = ({ f, x, constants }: At): MatrixValue => {
  // `hasKinks` has run f on x.
  const smooth: AnyFunction = (y) => (f as AnyFunction)(y, ...constants);
  return jacobian(smooth)(x);
};

/** The value of f, or of the selection that some signs single out. */
export const valueAt = (at: At, signs?: Lexicographic): readonly number[] => {
  const { operation, f, x, constants } = at;
  const { output } =
    signs === undefined
      ? intercept(operation, f, { choose: conventional }, x, constants)
      : numbered(at, x, (i, kink) => signs.coefficients(i, kink));
  return numbersOf(operation, output);
};

/** Every number in a result. */
export const numbersOf = (operation: string, result: unknown): readonly number[] =>
  leavesOf(operation, result).flatMap((leaf) => Array.from(entriesOf(value(leaf))));
