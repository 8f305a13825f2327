import { type Loop, type Loop2, map, zip } from "./entrywise.ts";
import { DomainError } from "./errors.ts";
import { describe } from "./shape.ts";
import {
  type Piece,
  PiecewiseRule,
  sharesByConvention,
  type TieConvention,
} from "./piecewise-rule.ts";
import type { Binary, Traits, Unary } from "./primitive.ts";
import type { Value } from "./value.ts";

/** Operands, then the static argument. */
type Generic<X extends readonly unknown[], S, R> = (...args: [...X, S]) => R;

interface Spec<X extends readonly Value[], N extends readonly number[], S> extends Traits {
  /** The value at numbers: it alone gives the value, also at a tie. */
  readonly value: Generic<N, S, number>;
  /** The smooth pieces, as generic functions. */
  readonly pieces: readonly Generic<X, S, Value>[];
  /** For each piece but the last the two sides compared: it is active where the first is above. */
  readonly switches: readonly (readonly [Generic<X, S, Value>, Generic<X, S, Value>])[];
  /** Which of the active pieces gives the derivative where two sides are equal. */
  readonly atTie: TieConvention;
}

/** What defines a piecewise function of one variable; see `piecewise`. */
export interface PiecewiseSpec<S> extends Spec<[x: Value], [x: number], S> {
  readonly arity?: 1;
  readonly loop?: Loop<S>;
}

/** What defines a piecewise function of two variables; see `piecewise`. */
export interface PiecewiseSpec2<S> extends Spec<[x: Value, y: Value], [x: number, y: number], S> {
  readonly arity: 2;
  readonly loop?: Loop2<S>;
}

/**
 * Defines a function with smooth pieces, of one variable or (`arity: 2`) of two, entry by entry on
 * arrays. The value comes from `value` only; the derivative is that of the active piece, by
 * differentiating it; at a tie `atTie` decides; NaN takes the first piece.
 * @throws DomainError for another `atTie`, or unless there is a switch for each piece but the last.
 * @example
 * const huber = piecewise("huber", {
 *   value: (x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5),
 *   pieces: [(x) => sub(x, 0.5), (x) => sub(neg(x), 0.5), (x) => mul(0.5, square(x))],
 *   switches: [[(x) => x, () => 1], [(x) => neg(x), () => 1]],
 *   atTie: "mean",
 * });
 * huber(3); // 2.5
 */
export function piecewise<S = undefined>(
  name: string,
  spec: PiecewiseSpec<S>,
): Unary<S, PiecewiseRule<S>>;
export function piecewise<S = undefined>(
  name: string,
  spec: PiecewiseSpec2<S>,
): Binary<S, PiecewiseRule<S>>;
export function piecewise<S>(name: string, spec: PiecewiseSpec<S> | PiecewiseSpec2<S>): unknown {
  // Seen from here a function of one or of two operands is one of a list of them.
  const { value, pieces, switches, atTie } = spec as Spec<Value[], number[], S>;
  if (!["mean", "first", "last", ...pieces.keys()].includes(atTie)) {
    throw new DomainError(
      `piecewise: expected atTie of ${name} to be "mean", "first", "last" or one of its ${pieces.length} pieces, got ${describe(atTie)}; count pieces from 0`,
    );
  }
  if (switches.length !== pieces.length - 1) {
    throw new DomainError(
      `piecewise: expected ${pieces.length - 1} switches between the ${pieces.length} pieces of ${name}, got ${switches.length}; give one for each piece but the last`,
    );
  }
  // (Spreading a list into a call costs several times the call.)
  const spread = (f: Generic<Value[], S, Value>): Piece<S> =>
    spec.arity === 2 ? ([x = NaN, y = NaN], s) => f(x, y, s) : ([x = NaN], s) => f(x, s);
  const rule = new PiecewiseRule<S>(
    name,
    ([x = NaN, y = NaN], s) =>
      spec.arity === 2 ? zip(name, x, y, value, spec.loop, s) : map(name, x, value, spec.loop, s),
    pieces.map(spread),
    switches.map(([left, right]) => [spread(left), spread(right)] as const),
    atTie,
    sharesByConvention(pieces.length, atTie),
    spec,
  );
  const call =
    spec.arity === 2
      ? (x: Value, y: Value, s: S) =>
          typeof x === "number" && typeof y === "number" ? value(x, y, s) : rule.apply([x, y], s)
      : (x: Value, s: S) => (typeof x === "number" ? value(x, s) : rule.apply([x], s));
  return Object.assign(call, { rule });
}
