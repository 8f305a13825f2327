import { allPlain, highest } from "./dispatch.ts";
import { algebraOf } from "./escape.ts";
import { value } from "./kinked/compare.ts";
import { commonShape, storageOf, strideOf } from "./entrywise.ts";
import { ordered } from "./kinked/ordered.ts";
import type { Traits } from "./primitive.ts";
import { plainOf, sizeOf } from "./shape.ts";
import type { Plain, Value } from "./value.ts";

/** A piece, or one side of a switch: a generic function of all operands and the static argument. */
export type Piece<S> = (inputs: readonly Value[], s: S) => Value;

/** Which of the active pieces gives the derivative at a tie: their mean, or one of them. */
export type TieConvention = "mean" | "first" | "last" | number;

/** The share of every piece at one entry, from the sides of the switches there (left, right, left, …). */
export type Shares<S> = (sides: ArrayLike<number>, s: S) => readonly number[];

/** A piece that has a share in the derivative, applied to the inputs. */
interface Part {
  readonly piece: number;
  readonly weight: Plain;
  readonly value: Value;
}

/** What an engine differentiates in the place of a kinked function: y has the derivatives of Σ weight·piece. */
export interface Split {
  readonly y: Value;
  readonly weights: readonly Plain[];
  readonly parts: readonly Part[];
}

/** A function with smooth pieces, as engines see it. */
export class PiecewiseRule<S = undefined> {
  readonly kind = "piecewise";
  readonly dependence = "elementwise";
  constructor(
    readonly name: string,
    /** The value on plain operands. */
    readonly evaluate: (inputs: readonly Plain[], s: S) => Plain,
    /** Differentiate the active ones. */
    readonly pieces: readonly Piece<S>[],
    /** For each piece but the last its two sides: the piece is active where left > right. */
    readonly switches: readonly (readonly [left: Piece<S>, right: Piece<S>])[],
    /** What is done where the sides are equal; "relation" for `where`, which has no ties. */
    readonly atTie: TieConvention | "relation",
    private readonly shares: Shares<S>,
    readonly traits: Traits,
  ) {}

  /** The value on any operands. */
  apply(inputs: readonly Value[], s: S): Value {
    const top = highest(this.name, inputs);
    if (top !== undefined) return algebraOf(this.name, top).piecewise(this, inputs, s);
    return this.evaluate(allPlain(inputs), s);
  }

  /**
   * The share that each piece has in the derivative at plain operands, entry by entry; plain 0 for a
   * piece that has none anywhere. Shares select: multiply by them with `scale` only.
   */
  weights(inputs: readonly Plain[], s: S): readonly Plain[] {
    // A side may have captured an element of an outer level: it is compared by value.
    return this.sharesOf(
      this.sides(inputs, s).map((side) => value(side)),
      s,
    );
  }

  /**
   * An application taken apart, as a record needs it: `primals` are the inputs without the level of the engine that
   * asks, and sides that are elements of other levels are compared there, not read.
   */
  split(inputs: readonly Value[], primals: readonly Value[], s: S): Split {
    const y = this.apply(primals, s);
    const weights = this.sharesOf(ordered(this.sides(primals, s)), s);
    const parts: Part[] = [];
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      if (weight !== 0) parts.push({ piece: k, weight, value: this.pieces[k]!(inputs, s) });
    }
    return { y, weights, parts };
  }

  /** The sides of the switches, left, right, left, …, at any operands. */
  sides(inputs: readonly Value[], s: S): readonly Value[] {
    const sides: Value[] = [];
    for (const [left, right] of this.switches) sides.push(left(inputs, s), right(inputs, s));
    return sides;
  }

  /** The weights that plain sides give. */
  sharesOf(sides: readonly Plain[], s: S): readonly Plain[] {
    if (sides.every((side) => typeof side === "number")) return this.shares(sides, s);
    const shape = commonShape(this.name, sides);
    const entries = sides.map((side) => storageOf(this.name, side));
    const strides = sides.map(strideOf);
    const here = new Float64Array(sides.length);
    const weights = this.pieces.map(() => new Float64Array(sizeOf(shape)));
    for (let k = 0; k < sizeOf(shape); k++) {
      for (let p = 0; p < here.length; p++) here[p] = entries[p]![k * strides[p]!]!;
      const shares = this.shares(here, s);
      for (let p = 0; p < weights.length; p++) weights[p]![k] = shares[p]!;
    }
    return weights.map((weight) => (weight.some((w) => w !== 0) ? plainOf(shape, weight) : 0));
  }
}

/** 1 for piece k of n, 0 for the others. */
const only = (k: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, p) => (p === k ? 1 : 0));

const tied = (active: readonly number[], n: number, atTie: TieConvention): readonly number[] => {
  if (atTie === "mean") {
    return Array.from({ length: n }, (_, p) => (active.includes(p) ? 1 / active.length : 0));
  }
  const chosen = atTie === "first" ? active[0] : atTie === "last" ? active.at(-1) : atTie;
  return only(chosen ?? 0, n);
};

/** One piece takes all; at a tie the convention decides. NaN takes the piece it meets first. */
export const sharesByConvention = (n: number, atTie: TieConvention): Shares<unknown> => {
  const alone = Array.from({ length: n }, (_, k) => only(k, n));
  return (sides) => {
    let active: number[] | undefined;
    for (let k = 0; k < n; k++) {
      // There is no switch for the last piece: it is active if no other takes all.
      const left = sides[2 * k] ?? 1;
      const right = sides[2 * k + 1] ?? 0;
      if (left < right) continue;
      if (left !== right && active === undefined) return alone[k]!;
      (active ??= []).push(k);
      if (left !== right) break;
    }
    return tied(active ?? [], n, atTie);
  };
};
