import {
  type Algebra,
  type BinaryRule,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Relation,
  type Scalar,
  type Shape,
  type StructuredRule,
  type UnaryRule,
  type Value,
  Element,
  UndecidedError,
  at,
  describe,
  escaped,
  nextLevel,
  shapeOf,
  value,
} from "@jacobian/core";
import { compared } from "./compared.ts";
import { atBinary, atUnary, joined, pushed } from "./flaws.ts";
import { atJump } from "./jumps.ts";
import type { Policy } from "./kink.ts";
import { hypotenuse } from "./lengths.ts";
import { pieces } from "./pieces.ts";
import { reduced } from "./whole.ts";

/** A value whose kinks are being looked for. */
export class Selected extends Element {
  constructor(
    readonly algebra: Selections,
    /** What it is below. */
    readonly primal: Value,
    /** NaN in the entries that come from where f is not locally Lipschitz, else 0. */
    readonly flaw: Plain | undefined,
  ) {
    super();
  }

  get shape(): Shape {
    return shapeOf(this.primal);
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Selected(${describe(this.primal)})`;
  }
}

const read = (x: Value): UndecidedError =>
  new UndecidedError(
    `nonsmooth: expected f to leave alone the numbers that are at its kinks, got ${describe(x)} read; compare with lt, gt, …, and differentiate a selection outside f, not f within another's derivative`,
  );

/**
 * Computes as the level below does, and asks a policy which selection is taken wherever a primitive or a
 * comparison stands at a kink. The level below sees smooth functions only, so that any engine
 * differentiates the selection: no chain rule stands here.
 */
export class Selections implements Algebra {
  readonly level = nextLevel();
  open = true;
  /** The first operation that stands where it is not locally Lipschitz, and where it is called. */
  firstFlaw = "";

  readonly policy: Policy;
  private readonly order: { readonly low: Value; readonly high: Value }[] = [];
  /** Operands that were at a kink. */
  private readonly tied = new Set<Value>();
  private met = 0;
  private isReading = false;

  constructor(policy: Policy) {
    const choose: Policy["choose"] = (kink) => {
      this.met++;
      return policy.choose(kink);
    };
    this.policy = { ...policy, choose };
  }

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    const p = this.primal(x);
    const y = rule.apply(p, s);
    return this.lift(
      y,
      joined(atUnary(this, rule, p, y, s), pushed.unary(rule, this.flaw(x), p, y, s)),
    );
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const [p, q] = [this.primal(x), this.primal(y)];
    const z = this.watched(
      [x, y],
      () => hypotenuse(this.policy, rule, p, q, s) ?? rule.apply(p, q, s),
    );
    const own = atBinary(this, rule, [x, y], [p, q], z, s);
    return this.lift(
      z,
      joined(own, pushed.binary(rule, [this.flaw(x), this.flaw(y)], [p, q], z, s)),
    );
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.watched(inputs, () => pieces(this, rule, inputs, s));
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    const y = rule.apply(this.primal(x), s);
    return this.lift(y, atJump(this, rule, value(this.primal(x)), s));
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const primals = inputs.map((x) => this.primal(x));
    const outputs = this.watched(
      inputs,
      () => reduced(this.policy, rule, primals, s) ?? rule.apply(primals, s),
    );
    const flaws = pushed.structured(
      rule,
      inputs.map((x) => this.flaw(x)),
      primals,
      outputs,
      s,
    );
    return outputs.map((y, k) => this.lift(y, flaws[k]));
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return compared(this, relation, a, b);
  }

  /** @throws UndecidedError if f reads a number on which a selection depends, as engines within f do. */
  value(x: Element): Plain {
    if (!this.isReading && this.policy.isConsistent === true && this.tied.has(x)) throw read(x);
    return value(this.primal(x));
  }

  /** What an operation gives; its operands are remembered if there was a kink in it. */
  private watched<T>(operands: readonly Value[], operation: () => T): T {
    const [before, outer] = [this.met, this.isReading];
    this.isReading = true;
    try {
      return operation();
    } finally {
      this.isReading = outer;
      if (this.met > before) for (const x of operands) this.tied.add(x);
    }
  }

  /** On which side of a tie two values were taken to be: true for below; undefined if they were not compared yet. */
  sideOf(p: Value, q: Value): boolean | undefined {
    for (const { low, high } of this.order) {
      if (low === p && high === q) return true;
      if (low === q && high === p) return false;
    }
    return undefined;
  }

  /** Takes two values that tie to be in this order. */
  tell(p: Value, q: Value, isBelow: boolean): void {
    this.order.push(isBelow ? { low: p, high: q } : { low: q, high: p });
  }

  /** A value of this algebra. */
  lift(x: Value, flaw?: Plain): Selected {
    if (!this.open) throw escaped("nonsmooth", x);
    return new Selected(this, x, flaw);
  }

  /** What a value is below. */
  primal(x: Value): Value {
    return this.owns(x) ? x.primal : x;
  }

  /** Where a value is no locally Lipschitz function of the input. */
  flaw(x: Value): Plain | undefined {
    return this.owns(x) ? x.flaw : undefined;
  }

  owns(x: Value): x is Selected {
    return x instanceof Selected && x.algebra === this;
  }

  /** What f gives. After it, also if it throws, what still holds an element cannot compute with it. */
  run<T>(f: () => T): T {
    try {
      return f();
    } finally {
      this.open = false;
    }
  }
}
