import {
  type Algebra,
  type BinaryRule,
  type Element,
  type Gather,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Relation,
  type Shape,
  type StructuredRule,
  type UnaryRule,
  type Value,
  UndecidedError,
  describe,
  nextLevel,
} from "@jacobian/core";
import { Bundle } from "./bundle.ts";
import { gathered } from "./gathered.ts";
import { unit, Units } from "./units.ts";

/** The bits of a mask, lowest first. */
const bitsOf = (mask: number): number[] => {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
};

/**
 * The arithmetic of bundles: what is done to a tangent is done in every direction. Whatever the chain
 * rule does to tangents is linear in them, so a direction in which nothing moves stays at 0. Its level
 * is below that of the dual numbers that carry its bundles, and above that of their values.
 */
export class Directions implements Algebra {
  readonly level = nextLevel();
  readonly open = true;

  /** `count` directions, at most `mostDirections`. */
  constructor(readonly count: number) {}

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    const gather = rule.gather?.(x.shape, s);
    if (x instanceof Units && gather?.shape.length === 0) return x.entryAt(gather.index[0] ?? 0);
    // Core hands an algebra its own elements: one operand is, of several one at least.
    const own = this.own(x)!;
    if (gather === undefined) return own.map((lane) => rule.apply(lane, s));
    if (gather.shape.length === 0) return entries(own, rule, s, gather);
    return own.map((lane) => gathered(rule, lane, s, gather));
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const left = this.own(x);
    const right = this.own(y);
    if (right === undefined) return left!.map((d) => rule.apply(d, y, s));
    if (left === undefined) return right.map((d) => rule.apply(x, d, s));
    const mask = left.mask | right.mask;
    const lanes = bitsOf(mask).map((bit) => rule.apply(left.lane(bit), right.lane(bit), s));
    return new Bundle(this, mask, lanes);
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.each(inputs, (lanes) => [rule.apply(lanes, s)])[0]!;
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return this.own(x)!.map((lane) => rule.apply(lane, s));
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    return this.each(inputs, (lanes) => rule.apply(lanes, s));
  }

  decide(_relation: Relation, a: Value, b: Value): boolean {
    throw undecided(this.own(a) ?? b);
  }

  value(x: Element): Plain {
    throw undecided(x);
  }

  /** One tangent for each of several directions; plain 0 if all are. */
  bundle(tangents: readonly Value[]): Value {
    const lanes = tangents.filter((d) => d !== 0);
    const mask = tangents.reduce<number>((bits, d, k) => (d === 0 ? bits : bits | (1 << k)), 0);
    return mask === 0 ? 0 : new Bundle(this, mask, lanes);
  }

  /**
   * The tangents of a value of this shape along as many unit vectors, entry `place` in direction
   * `first` and so on.
   */
  units(shape: Shape, place: number, first: number, count: number): Value {
    if (count <= 0) return 0;
    if (shape.length === 0) return this.count === 1 ? 1 : unit(this, first);
    const units = new Units(this, shape, place, first, count);
    return this.count === 1 ? units.bundle.lane(1) : units;
  }

  /** The tangent in direction k; a constant one is the same in all. */
  lane(d: Value, k: number): Value {
    return this.own(d)?.lane(1 << k) ?? d;
  }

  /** Visits the tangents with their directions, all that are not known to be 0. */
  visit(d: Value, f: (lane: Value, k: number) => void): void {
    const own = this.own(d);
    if (own === undefined) {
      for (let k = 0; d !== 0 && k < this.count; k++) f(d, k);
      return;
    }
    for (let rest = own.mask, n = 0; rest !== 0; rest &= rest - 1, n++) {
      f(own.lanes[n]!, 31 - Math.clz32(rest & -rest));
    }
  }

  private own(x: Value): Bundle | undefined {
    const bundle = x instanceof Units ? x.bundle : x;
    return bundle instanceof Bundle && bundle.algebra === this ? bundle : undefined;
  }

  /** The outputs of f in every direction, each bundled. */
  private each(
    inputs: readonly Value[],
    f: (lanes: readonly Value[]) => readonly Value[],
  ): readonly Value[] {
    const mask = inputs.reduce<number>((bits, x) => bits | (this.own(x)?.mask ?? 0), 0);
    const outputs = bitsOf(mask).map((bit) => f(inputs.map((x) => this.own(x)?.lane(bit) ?? x)));
    return (outputs[0] ?? []).map(
      (_, k) =>
        new Bundle(
          this,
          mask,
          outputs.map((output) => output[k]!),
        ),
    );
  }
}

/** One entry in every direction; those in which it is 0 are dropped. */
const entries = <S>(d: Bundle, rule: UnaryRule<S>, s: S, gather: Gather): Value => {
  const lanes: Value[] = [];
  let mask = 0;
  for (let rest = d.mask, n = 0; rest !== 0; rest &= rest - 1, n++) {
    const entry = gathered(rule, d.lanes[n]!, s, gather);
    if (entry === 0) continue;
    mask |= rest & -rest;
    lanes.push(entry);
  }
  return mask === 0 ? 0 : new Bundle(d.algebra, mask, lanes);
};

const undecided = (x: Value): UndecidedError =>
  new UndecidedError(
    `dual: expected a rule that is linear in its tangents, got one that looks at the number behind ${describe(x)}; write tangents and pushforwards with linear and bilinear functions of them`,
  );
