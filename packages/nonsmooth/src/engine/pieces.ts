import {
  type PiecewiseRule,
  type Plain,
  type Relation,
  type Value,
  add,
  entriesOf,
  entryAt,
  plainOf,
  scale,
  shapeOf,
  sizeOf,
  sub,
  value,
} from "@jacobian/core";
import { sidesOf } from "./compared.ts";
import { flawed, joined } from "./flaws.ts";
import { entryOf, moved } from "./entries.ts";
import { type Kink, apart } from "./kink.ts";
import type { Selections } from "./selections.ts";

/** The pieces that meet at one entry: those before the first whose side is strictly above. */
const meeting = (sides: ArrayLike<number>, n: number): readonly number[] => {
  const active: number[] = [];
  for (let k = 0; k < n; k++) {
    const [left, right] = k < n - 1 ? [sides[2 * k]!, sides[2 * k + 1]!] : [1, 0];
    if (left < right) continue;
    active.push(k);
    if (left !== right) break;
  }
  return active;
};

/** What is above 0 where piece `p` of those that meet is taken: the switches before it are below, its own above. */
const conditions = <S>(
  rule: PiecewiseRule<S>,
  active: readonly number[],
  side: (j: number) => Value,
  s: S,
): readonly (readonly Value[])[] => {
  // Of `where` the static argument is the relation, and there is no other rule of this kind.
  if (rule.atTie === "relation") return sidesOf(s as Relation, side(0), side(1));
  const isTied = (k: number): boolean => value(side(2 * k)) === value(side(2 * k + 1));
  return active.map((p) =>
    active
      .filter((k) => k <= p && k < rule.pieces.length - 1 && isTied(k))
      .map((k) =>
        k === p ? sub(side(2 * k), side(2 * k + 1)) : sub(side(2 * k + 1), side(2 * k)),
      ),
  );
};

/** One call of a piecewise primitive: its sides, its pieces as they are needed, and the share of each. */
class Call<S> {
  readonly sides: readonly Value[];
  readonly plainSides: readonly Plain[];
  readonly y: Plain;
  private readonly made: (Value | undefined)[] = [];
  constructor(
    readonly algebra: Selections,
    readonly rule: PiecewiseRule<S>,
    readonly inputs: readonly Value[],
    readonly s: S,
  ) {
    this.sides = rule.sides(inputs, s);
    this.plainSides = this.sides.map((side) => value(side));
    this.y = rule.evaluate(
      inputs.map((x) => value(x)),
      s,
    );
  }

  piece(p: number): Value {
    return (this.made[p] ??= this.rule.pieces[p]!(this.inputs, this.s));
  }

  /** How many choices there are: one for each entry of the sides. */
  get size(): number {
    return this.isScalar ? 1 : sizeOf(shapeOf(this.y));
  }

  /** Whether one choice serves for all entries of the result. */
  get isScalar(): boolean {
    return this.plainSides.every((side) => typeof side === "number");
  }

  kink(entry: number, sides: readonly number[], active: readonly number[]): Kink {
    const { algebra, rule, isScalar, s } = this;
    const part = (x: Value): Value => {
      const below = algebra.primal(x);
      return isScalar ? below : entryOf(below, entry);
    };
    const conventional = rule.sharesOf(sides, s);
    return {
      name: rule.name,
      entry,
      sides,
      convention: rule.atTie,
      parts: active.map((p) => part(this.piece(p))),
      options: () => conditions(rule, active, (j) => part(this.sides[j]!), s),
      sections: () => sectionsOf(this, active, entry),
      isEquality: rule.atTie === "relation" && s === "eq",
      conventional: active.map((p) => entryAt(conventional[p] ?? 0, 0)),
    };
  }
}

/** Pieces as functions of the first operand alone, at one entry. */
const sectionsOf = <S>({ rule, inputs, s }: Call<S>, active: readonly number[], entry: number) => {
  const [at = NaN, ...others] = inputs.map((input) => entryAt(value(input), entry));
  return { at, pieces: active.map((p) => (u: Value) => rule.pieces[p]!([u, ...others], s)) };
};

const isNear = (sides: readonly number[], last: number, tolerance: number): boolean => {
  for (let k = 0; 2 * k < sides.length && k <= last; k++) {
    if (Math.abs(sides[2 * k]! - sides[2 * k + 1]!) <= tolerance) return true;
  }
  return false;
};

/** The shares of the pieces, with the policy's choice in the entries that tie, and where pieces that meet do not agree. */
const shared = <S>(call: Call<S>): { weights: readonly Plain[]; flaw: Plain | undefined } => {
  const { algebra, rule, plainSides, y, isScalar } = call;
  const { notice, choose, tolerance = 0 } = algebra.policy;
  const weights = rule
    .sharesOf(plainSides, call.s)
    .map((weight) =>
      isScalar
        ? Float64Array.of(entryAt(weight, 0))
        : Float64Array.from({ length: call.size }, (_, k) => entryAt(weight, k)),
    );
  const jumps = new Set<number>();
  for (let entry = 0; entry < call.size; entry++) {
    const sides = plainSides.map((side) => entryAt(side, entry));
    const isTie = rule.atTie === "relation" && sides[0] === sides[1];
    const active = isTie
      ? [0, 1]
      : rule.atTie === "relation"
        ? [0]
        : meeting(sides, weights.length);
    if (notice !== undefined && isNear(sides, active[0]!, tolerance))
      notice({ name: rule.name, entry, sides, convention: rule.atTie });
    if (active.length < 2) continue;
    const kink = call.kink(entry, sides, active);
    if (
      kink.parts.some((part) =>
        entriesOf(value(part)).some((z, k) => apart(z, entryAt(y, isScalar ? k : entry))),
      )
    )
      jumps.add(entry);
    const coefficients = choose(kink);
    for (const weight of weights) weight[entry] = 0;
    active.forEach((p, k) => (weights[p]![entry] = coefficients[k]!));
  }
  const isJump = (k: number): boolean => jumps.has(isScalar ? 0 : k);
  const flaw = flawed(algebra, y, isJump, (k) => tell(call, isScalar ? 0 : k));
  return { weights: weights.map((w) => (isScalar ? w[0]! : plainOf(shapeOf(y), w))), flaw };
};

const tell = <S>({ rule, plainSides }: Call<S>, entry: number): string =>
  `${rule.name} with pieces that differ where ${entryAt(plainSides[0]!, entry)} meets ${entryAt(plainSides[1]!, entry)}`;

/**
 * The value by the rule, plus what the selected pieces add to it as they move: p − p₀, which is 0. So every
 * derivative is that of the selection, and the value to the last bit that of the rule.
 */
export const pieces = <S>(
  algebra: Selections,
  rule: PiecewiseRule<S>,
  inputs: readonly Value[],
  s: S,
): Value => {
  const call = new Call(algebra, rule, inputs, s);
  const { weights, flaw } = shared(call);
  let y: Value = call.y;
  weights.forEach((weight, p) => {
    if (!entriesOf(weight).some((w) => w !== 0)) return;
    y = add(y, scale(weight, moved(call.piece(p))));
  });
  const sidesFlaw = call.sides.map((side) => algebra.flaw(side)).reduce(joined, flaw);
  return algebra.lift(algebra.primal(y), joined(algebra.flaw(y), sidesFlaw));
};
