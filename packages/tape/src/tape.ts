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
  decideByValue,
  escaped,
  nextLevel,
  scale,
  shapeOf,
  sizeOf,
  value,
  zeros,
} from "@jacobian/core";
import { GeneralAdjoints } from "./general-adjoints.ts";
import { Node } from "./node.ts";
import { NumericAdjoints } from "./numeric-adjoints.ts";
import { type Adjoints, nowhere, Record } from "./record.ts";
import { transpose } from "./transpose.ts";

/**
 * Reverse mode: every operation is recorded as it happens, then the chain rule x̄ += (∂y/∂x)ᵀ·ȳ runs
 * back over the record, once for each shape of rule. A fresh tape for every call of a transformation.
 */
export class Tape implements Algebra {
  readonly level = nextLevel();
  readonly record = new Record();
  /** Whether all values and partial derivatives so far are plain numbers. */
  private plain = true;
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
    const y = rule.apply(primal, s);
    if (rule.gather !== undefined) return this.gathered(node, y, rule.gather(node.shape, s).index);
    if (typeof primal === "number" && typeof y === "number") {
      const partial = rule.adjoint(1, primal, y, s);
      if (typeof partial === "number") return this.scalar(y, node, partial, undefined, 0);
    }
    return this.wholeUnary(rule, node, y, s);
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const left = this.own(x);
    const right = this.own(y);
    const px = left?.primal ?? x;
    const py = right?.primal ?? y;
    const z = rule.apply(px, py, s);
    if (typeof px === "number" && typeof py === "number" && typeof z === "number") {
      const p1 = left === undefined ? 0 : rule.adjoints[0](1, px, py, z, s);
      const p2 = right === undefined ? 0 : rule.adjoints[1](1, px, py, z, s);
      if (typeof p1 === "number" && typeof p2 === "number")
        return this.scalar(z, left, p1, right, p2);
    }
    return this.wholeBinary(rule, x, y, z, s);
  }

  /** The active pieces are recorded; each takes its share of the adjoint, entry by entry. */
  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    const primals = inputs.map((x) => this.primal(x));
    const y = rule.apply(primals, s);
    const parts = rule.weights(primals.map(value), s).flatMap((weight, k) => {
      const part = weight === 0 ? undefined : this.own(rule.pieces[k]?.(inputs, s));
      return part === undefined ? [] : [{ part, weight }];
    });
    if (parts.length === 0) return y;
    const [only, other] = parts;
    if (
      only !== undefined &&
      other === undefined &&
      typeof y === "number" &&
      typeof only.weight === "number"
    ) {
      return this.scalar(y, only.part, only.weight, undefined, 0);
    }
    return this.whole([y], ([bar], adjoints) => {
      if (bar === undefined) return;
      for (const { part, weight } of parts) adjoints.add(part, scale(weight, bar));
    })[0]!;
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return rule.apply(this.primal(x), s);
  }

  /** Where a rule states no pullback, its pushforward is transposed. */
  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const nodes = inputs.map((x) => this.own(x));
    const primals = inputs.map((x) => this.primal(x));
    const outputs = rule.apply(primals, s);
    const pullback = rule.pullback ?? transpose(rule.pushforward);
    return this.whole(outputs, (bars, adjoints) => {
      if (bars.every((bar) => bar === undefined)) return;
      const whole = bars.map((bar, k) => bar ?? zeros(shapeOf(outputs[k] ?? 0)));
      const pulled = pullback(whole, primals, outputs, s);
      nodes.forEach((node, k) => node && adjoints.add(node, pulled[k] ?? 0));
    });
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decideByValue(relation, a, b);
  }

  value(x: Element): Plain {
    return value(this.primal(x));
  }

  /** Adjoints to start a sweep with: numbers while everything is plain. */
  adjoints(seeds: readonly Value[]): Adjoints {
    return this.plain && !seeds.some((seed) => seed instanceof Element)
      ? new NumericAdjoints(this.record.slots)
      : new GeneralAdjoints();
  }

  /** The operand as a node of this tape; undefined for a constant. */
  own(x: Value | undefined): Node | undefined {
    return x instanceof Node && x.algebra === this ? x : undefined;
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

  private scalar(
    y: number,
    x1: Node | undefined,
    p1: number,
    x2: Node | undefined,
    p2: number,
  ): Node {
    if (!this.open) throw escaped("tape", y);
    return new Node(this, this.record.scalar(x1?.slot ?? nowhere, p1, x2?.slot ?? nowhere, p2), y);
  }

  // These two stand apart from `unary` and `binary`, whose scalar path would else pay for a closure
  // that it never makes: a function's captured variables go to the heap at every call.

  private wholeUnary<S>(rule: UnaryRule<S>, x: Node, y: Value, s: S): Node {
    return this.whole([y], ([bar], adjoints) => {
      if (bar !== undefined) adjoints.add(x, rule.adjoint(bar, x.primal, y, s));
    })[0]!;
  }

  private wholeBinary<S>(rule: BinaryRule<S>, x: Value, y: Value, z: Value, s: S): Node {
    const left = this.own(x);
    const right = this.own(y);
    const [px, py] = [this.primal(x), this.primal(y)];
    const [adjoint1, adjoint2] = rule.adjoints;
    return this.whole([z], ([bar], adjoints) => {
      if (bar === undefined) return;
      if (left !== undefined) adjoints.add(left, adjoint1(bar, px, py, z, s));
      if (right !== undefined) adjoints.add(right, adjoint2(bar, px, py, z, s));
    })[0]!;
  }

  private whole(
    outputs: readonly Value[],
    pull: (bars: readonly (Value | undefined)[], adjoints: Adjoints) => void,
  ): readonly Node[] {
    const nodes = outputs.map((y) => this.node(y));
    this.record.whole({ outputs: nodes, pull });
    return nodes;
  }

  /** A copied scalar is the entry itself: no operation. Copied arrays add in place. */
  private gathered(x: Node, y: Value, index: ArrayLike<number>): Value {
    if (!this.open) throw escaped("tape", y);
    if (shapeOf(y).length === 0) return new Node(this, x.slot + (index[0] ?? 0), y);
    return this.whole([y], ([bar], adjoints) => {
      if (bar !== undefined) adjoints.addAt(x, index, bar);
    })[0]!;
  }
}
