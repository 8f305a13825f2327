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
  add,
  at,
  decide,
  describe,
  fit,
  nextLevel,
  scale,
  shapeOf,
  value,
  zeros,
} from "@jacobian/core";
import { combination, multiple } from "./combination.ts";
import { gathered } from "./gathered.ts";
import { stated } from "./stated.ts";

/**
 * x + ε·ẋ with ε² = 0: a value and its derivative, of the same shape. What the derivative is made of is
 * left open, and so one chain rule serves three ends: a number or array is the derivative along one
 * direction; a bundle, along many (`bundle.ts`); where value and derivative are dual numbers themselves,
 * x is a hyper-dual number (`second.ts`).
 */
export class Dual extends Element {
  constructor(
    readonly algebra: Forward,
    readonly primal: Value,
    readonly tangent: Value,
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
    return `Dual(${describe(this.primal)} + ε·${describe(this.tangent)})`;
  }
}

/**
 * Forward mode: the chain rule ẏ = f′(x)·ẋ, once for each shape of rule. A fresh algebra, with its
 * own ε, for every call of a transformation. Of smooth rules, which most calls are of, the partial
 * derivatives are taken and multiplied here; other rules state a tangent as a whole.
 */
export class Forward implements Algebra {
  readonly level = nextLevel();
  open = true;

  /** ẏ = f′(x)·ẋ */
  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    // Core hands an algebra its own elements.
    const { primal, tangent } = this.own(x)!;
    const { smooth } = rule;
    if (smooth !== undefined) {
      const y = typeof primal === "number" ? smooth.value(primal, s) : rule.apply(primal, s);
      if (tangent === 0) return this.dual(y, 0);
      return this.dual(y, multiple(stated(rule, smooth.partial(primal, y, s), y), tangent));
    }
    const gather = rule.gather?.(x.shape, s);
    if (gather !== undefined) {
      return this.dual(gathered(rule, primal, s, gather), gathered(rule, tangent, s, gather));
    }
    const y = rule.apply(primal, s);
    return this.dual(y, rule.tangent(tangent, primal, y, s));
  }

  /** ż = ∂f/∂x·ẋ + ∂f/∂y·ẏ; what does not move has no term. */
  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const left = this.own(x);
    const right = this.own(y);
    const px = left?.primal ?? x;
    const py = right?.primal ?? y;
    const { smooth } = rule;
    if (smooth === undefined) {
      const z = rule.apply(px, py, s);
      return this.dual(z, rule.tangent(left?.tangent, right?.tangent, px, py, z, s));
    }
    const isNumber = typeof px === "number" && typeof py === "number";
    const z = isNumber ? smooth.value(px, py, s) : rule.apply(px, py, s);
    const [first, second] = smooth.partials;
    const dx = left?.tangent ?? 0;
    const dy = right?.tangent ?? 0;
    if (dx === 0 && dy === 0) return this.dual(z, 0);
    const p = dx === 0 ? 0 : stated(rule, first(px, py, z, s), z);
    if (dy === 0) return this.dual(z, multiple(p, dx));
    const q = stated(rule, second(px, py, z, s), z);
    return this.dual(z, dx === 0 ? multiple(q, dy) : combination(p, dx, q, dy));
  }

  /** The derivative of the active piece, or what the convention makes of several. */
  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    const primals = inputs.map((x) => this.primal(x));
    const y = rule.apply(primals, s);
    let tangent: Value | undefined;
    rule.weights(primals.map(value), s).forEach((weight, k) => {
      const part = weight === 0 ? undefined : this.tangent(rule.pieces[k]?.(inputs, s) ?? 0);
      if (part === undefined) return;
      const share = scale(weight, part);
      tangent = tangent === undefined ? share : add(tangent, share);
    });
    return tangent === undefined ? y : this.dual(y, tangent);
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return rule.apply(this.primal(x), s);
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const primals = inputs.map((x) => this.primal(x));
    const tangents = inputs.map((x, k) => this.tangent(x) ?? zeros(shapeOf(primals[k] ?? 0)));
    const outputs = rule.apply(primals, s);
    const pushed = rule.pushforward(tangents, primals, outputs, s);
    return outputs.map((y, k) => this.dual(y, pushed[k] ?? 0));
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decide(relation, this.primal(a), this.primal(b));
  }

  value(x: Element): Plain {
    return value(this.primal(x));
  }

  /** What f gives. After it, also if it throws, what still holds a dual number cannot compute with it. */
  run<T>(f: () => T): T {
    try {
      return f();
    } finally {
      this.open = false;
    }
  }

  /** x + ε·ẋ; a scalar tangent of an array is the same in every entry. */
  dual(x: Value, dx: Value): Dual {
    return new Dual(this, x, typeof x === "number" ? dx : fit(dx, shapeOf(x)));
  }

  /** What an operand is without this algebra's ε. */
  primal(x: Value): Value {
    return this.own(x)?.primal ?? x;
  }

  /** An operand's derivative; undefined for a constant. */
  tangent(x: Value): Value | undefined {
    return this.own(x)?.tangent;
  }

  /** The operand as a dual number of this algebra; undefined for a constant. */
  private own(x: Value): Dual | undefined {
    return x instanceof Dual && x.algebra === this ? x : undefined;
  }
}
