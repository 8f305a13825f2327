import {
  type Algebra,
  type BinaryRule,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Relation,
  type StructuredRule,
  type UnaryRule,
  type Value,
  Element,
  LevelError,
  copied,
  decide,
  entryAt,
  nextLevel,
  shapeOf,
  sizeOf,
  value,
} from "@jacobian/core";
import { Node } from "./node.ts";
import { type Share, ofBinary, ofGather, ofShares, ofStructured, ofUnary } from "./pulls.ts";
import { type Pull, type Record, nowhere } from "./record.ts";
import { giveBack, takeRecord } from "./records.ts";

/** A kinked function taken apart: its value, the share of each piece, and those of pieces that move. */
export interface Split {
  readonly y: Value;
  readonly weights: readonly Value[];
  readonly shares: readonly Share[];
}

/**
 * Reverse mode: every operation is recorded as it happens, then the chain rule x̄ += (∂y/∂x)ᵀ·ȳ runs
 * back over the record, once for each shape of rule. A fresh tape for every call of a transformation.
 */
export class Tape implements Algebra {
  readonly level = nextLevel();
  readonly record = takeRecord();
  /** Whether all values and partial derivatives so far are plain numbers. */
  private plain = true;
  private released = false;
  open = true;

  /** A value to differentiate with respect to. */
  input(x: Value): Node {
    return this.node(x);
  }

  /** What f gives while it is recorded. After it, also if it throws, what still holds a node cannot use it. */
  run<T>(f: () => T): T {
    let done = false;
    try {
      const output = f();
      done = true;
      return output;
    } finally {
      this.open = false;
      // Of what threw nothing is swept.
      if (!done) this.release();
    }
  }

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    // Core hands an algebra its own elements: one operand is, of several one at least.
    const node = this.own(x)!;
    const { primal } = node;
    const { smooth, entry, gather } = rule;
    if (smooth !== undefined && typeof primal === "number") {
      const y = smooth.value(primal, s);
      const partial = smooth.partial(primal, y, s);
      if (typeof partial === "number") return this.scalar(y, node.slot, partial, nowhere, 0);
    }
    if (entry !== undefined) return this.entry(rule, node, entry(primal, s), s);
    const y = rule.apply(primal, s);
    const isGather = gather !== undefined;
    return this.one(
      y,
      isGather ? ofGather(node, gather(node.shape, s).index) : ofUnary(rule, node, s),
    );
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const left = this.own(x);
    const right = this.own(y);
    const px = left === undefined ? x : left.primal;
    const py = right === undefined ? y : right.primal;
    const { smooth } = rule;
    if (smooth !== undefined && typeof px === "number" && typeof py === "number") {
      const z = smooth.value(px, py, s);
      const { partials } = smooth;
      const p = left === undefined ? 0 : partials[0](px, py, z, s);
      const q = right === undefined ? 0 : partials[1](px, py, z, s);
      if (typeof p === "number" && typeof q === "number") {
        if (left === undefined) return this.scalar(z, right!.slot, q, nowhere, 0);
        return this.scalar(z, left.slot, p, right === undefined ? nowhere : right.slot, q);
      }
    }
    return this.one(rule.apply(px, py, s), ofBinary(rule, this, x, y, s));
  }

  /** The active pieces are recorded; each takes its share of the adjoint, entry by entry. */
  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.shared(this.split(rule, inputs, s));
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return rule.apply(this.primal(x), s);
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const primals = inputs.map((x) => this.primal(x));
    return this.whole(rule.apply(primals, s), ofStructured(rule, this, inputs, s));
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decide(relation, this.primal(a), this.primal(b));
  }

  /** In storage of its own: f may write into it. */
  value(x: Element): Plain {
    // A plain value stays one.
    return copied(value(this.primal(x))) as Plain;
  }

  /** Whether a sweep from seeds like these meets nothing but numbers. */
  isPlain(seeds: readonly Value[]): boolean {
    return this.plain && !seeds.some((seed) => seed instanceof Element);
  }

  /** Gives the record's room to the next tape, once; nothing can be swept any more. */
  release(): void {
    if (this.released) return;
    this.released = true;
    giveBack(this.record);
  }

  /** The record, to be swept. @throws LevelError after `release`: it is another tape's. */
  get swept(): Record {
    if (!this.released) return this.record;
    throw new LevelError(
      "tape: expected a record to sweep, got one that was given back; keep what pullback gives",
    );
  }

  /** The operand as a node of this tape; undefined for a constant. */
  own(x: Value | undefined): Node | undefined {
    // Only elements have an algebra, and those of this one are nodes: asked so, a small gradient takes two
    // thirds of the time that `instanceof` makes it take.
    return typeof x === "object" && (x as Node).algebra === this ? (x as Node) : undefined;
  }

  /** What an operand is without this tape. */
  primal(x: Value): Value {
    return this.own(x)?.primal ?? x;
  }

  private node(x: Value): Node {
    if (x instanceof Element) this.plain = false;
    return new Node(this, this.record.reserve(typeof x === "number" ? 1 : sizeOf(shapeOf(x))), x);
  }

  protected scalar(y: number, slot1: number, p1: number, slot2: number, p2: number): Node {
    return new Node(this, this.record.scalar(slot1, p1, slot2, p2), y);
  }

  /** An entry that is read is the entry itself: no operation. */
  private entry<S>(rule: UnaryRule<S>, x: Node, index: number, s: S): Node {
    const { primal } = x;
    const y = primal instanceof Element ? rule.apply(primal, s) : entryAt(primal, index);
    return new Node(this, x.slot + index, y);
  }

  protected split<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Split {
    const primals = inputs.map((x) => this.primal(x));
    const { y, weights, parts } = rule.split(inputs, primals, s);
    const shares: Share[] = [];
    for (const { piece, weight, value: moved } of parts) {
      const part = this.own(moved);
      if (part !== undefined) shares.push({ piece, part, weight });
    }
    return { y, weights, shares };
  }

  /** One piece alone is y itself, if it has its value. */
  protected shared({ y, shares }: Split): Value {
    const [first] = shares;
    if (first === undefined) return y;
    const { part, weight } = first;
    if (shares.length > 1 || typeof weight !== "number" || typeof y !== "number")
      return this.one(y, ofShares(shares));
    const isPiece = weight === 1 && Object.is(part.primal, y);
    return isPiece ? part : this.scalar(y, part.slot, weight, nowhere, 0);
  }

  private one(y: Value, pull: Pull): Node {
    return this.whole([y], pull)[0]!;
  }

  protected whole(outputs: readonly Value[], pull: Pull): readonly Node[] {
    const nodes = outputs.map((y) => this.node(y));
    this.record.whole(nodes, pull);
    return nodes;
  }
}
