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
  escaped,
  nextLevel,
  shapeOf,
  sizeOf,
  value,
  zeros,
} from "@jacobian/core";
import { Node } from "./node.ts";
import { type Pull, type Record, nowhere } from "./record.ts";
import { ordered } from "./ordered.ts";
import { giveBack, takeRecord } from "./records.ts";
import { transpose } from "./transpose.ts";

/** A piece of a kinked function and its share in the derivative. */
export interface Share {
  readonly piece: number;
  readonly part: Node;
  /** Written by replays only. */
  weight: Value;
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
    try {
      return f();
    } finally {
      this.open = false;
    }
  }

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    const node = this.own(x);
    if (node === undefined) return rule.apply(x, s);
    const { primal } = node;
    const { smooth, entry, gather } = rule;
    if (smooth !== undefined && typeof primal === "number") {
      const y = smooth.value(primal, s);
      const partial = smooth.partial(primal, y, s);
      if (typeof partial === "number") return this.scalar(y, node.slot, partial, nowhere, 0);
    }
    if (entry !== undefined) return this.entry(rule, node, entry(primal, s), s);
    const y = rule.apply(primal, s);
    if (gather !== undefined) return this.gathered(node, y, gather(node.shape, s).index);
    return this.wholeUnary(rule, node, y, s);
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
        if (left === undefined) return this.scalar(z, right?.slot ?? nowhere, q, nowhere, 0);
        return this.scalar(z, left.slot, p, right === undefined ? nowhere : right.slot, q);
      }
    }
    return this.wholeBinary(rule, x, y, rule.apply(px, py, s), s);
  }

  /** The active pieces are recorded; each takes its share of the adjoint, entry by entry. */
  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    const primals = inputs.map((x) => this.primal(x));
    const y = rule.apply(primals, s);
    if (!this.open) throw escaped("tape", y);
    const parts: Share[] = [];
    const weights = rule.sharesOf(ordered(rule.sides(primals, s)), s);
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      const part = weight === 0 ? undefined : this.own(rule.pieces[k]?.(inputs, s));
      if (part !== undefined) parts.push({ piece: k, part, weight });
    }
    return parts.length === 0 ? y : this.shared(y, parts);
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return rule.apply(this.primal(x), s);
  }

  /** Where a rule states no pullback, its pushforward is transposed. */
  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const outputs = rule.apply(
      inputs.map((x) => this.primal(x)),
      s,
    );
    const pullback = rule.pullback ?? transpose(rule.pushforward);
    return this.whole(outputs, (bars, adjoints, nodes) => {
      if (bars.every((bar) => bar === undefined)) return;
      const primals = inputs.map((x) => this.primal(x));
      const results = nodes.map((y) => y.primal);
      const whole = bars.map((bar, k) => bar ?? zeros(shapeOf(results[k] ?? 0)));
      const pulled = pullback(whole, primals, results, s);
      inputs.forEach((x, k) => {
        const node = this.own(x);
        if (node !== undefined) adjoints.add(node, pulled[k] ?? 0);
      });
    });
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

  /** Gives the record's room to the next tape; nothing can be swept any more. */
  release(): void {
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
    if (!this.open) throw escaped("tape", x);
    if (x instanceof Element) this.plain = false;
    return new Node(this, this.record.reserve(typeof x === "number" ? 1 : sizeOf(shapeOf(x))), x);
  }

  protected scalar(y: number, slot1: number, p1: number, slot2: number, p2: number): Node {
    if (!this.open) throw escaped("tape", y);
    return new Node(this, this.record.scalar(slot1, p1, slot2, p2), y);
  }

  /** An entry that is read is the entry itself: no operation. */
  private entry<S>(rule: UnaryRule<S>, x: Node, index: number, s: S): Node {
    if (!this.open) throw escaped("tape", x);
    const { primal } = x;
    const y = primal instanceof Element ? rule.apply(primal, s) : entryAt(primal, index);
    return new Node(this, x.slot + index, y);
  }

  /** The operation y = Σ weight·part. One piece alone is y itself, if it has its value. */
  protected shared(y: Value, parts: readonly Share[]): Node {
    const { part, weight } = parts[0]!;
    if (parts.length === 1 && typeof weight === "number" && typeof y === "number") {
      return weight === 1 && Object.is(part.primal, y)
        ? part
        : this.scalar(y, part.slot, weight, nowhere, 0);
    }
    return this.whole([y], ([bar], adjoints) => {
      if (bar === undefined) return;
      for (const { part, weight } of parts) adjoints.addProduct(part, weight, bar);
    })[0]!;
  }

  // These two stand apart from `unary` and `binary`, whose scalar path would else pay for a closure
  // that it never makes: a function's captured variables go to the heap at every call.

  private wholeUnary<S>(rule: UnaryRule<S>, x: Node, y: Value, s: S): Node {
    const { smooth } = rule;
    return this.whole([y], ([bar], adjoints, [result]) => {
      if (bar === undefined || result === undefined) return;
      if (smooth === undefined) adjoints.add(x, rule.adjoint(bar, x.primal, result.primal, s));
      else adjoints.addProduct(x, smooth.partial(x.primal, result.primal, s), bar);
    })[0]!;
  }

  private wholeBinary<S>(rule: BinaryRule<S>, x: Value, y: Value, z: Value, s: S): Node {
    const { smooth, adjoints: derivatives } = rule;
    return this.whole([z], ([bar], adjoints, [result]) => {
      if (bar === undefined || result === undefined) return;
      const [px, py, pz] = [this.primal(x), this.primal(y), result.primal];
      [x, y].forEach((operand, k) => {
        const node = this.own(operand);
        if (node === undefined) return;
        if (smooth === undefined) adjoints.add(node, derivatives[k]!(bar, px, py, pz, s));
        else adjoints.addProduct(node, smooth.partials[k]!(px, py, pz, s), bar);
      });
    })[0]!;
  }

  protected whole(outputs: readonly Value[], pull: Pull): readonly Node[] {
    const nodes = outputs.map((y) => this.node(y));
    this.record.whole(nodes, pull);
    return nodes;
  }

  /** Copied entries: their adjoints are added in place. */
  private gathered(x: Node, y: Value, index: ArrayLike<number>): Node {
    return this.whole([y], ([bar], adjoints) => {
      if (bar !== undefined) adjoints.addAt(x, index, bar);
    })[0]!;
  }
}
