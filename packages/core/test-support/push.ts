import {
  type Algebra,
  type BinaryRule,
  type LocallyConstantRule,
  type Matrix,
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
  decideByValue,
  describe,
  fit,
  nextLevel,
  scale,
  shapeOf,
  value,
  zeros,
} from "../src/index.ts";

/** A value and the direction in which it moves: the smallest element with which rules can be tried. */
export class Moving extends Element {
  constructor(
    readonly algebra: Push,
    readonly base: Value,
    readonly direction: Value,
  ) {
    super();
  }

  get shape(): Shape {
    return shapeOf(this.base);
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Moving(${describe(this.base)}, ${describe(this.direction)})`;
  }
}

/** The chain rule, pushed forward: every operand moves, a constant one by 0. */
export class Push implements Algebra {
  readonly level = nextLevel();
  readonly open: boolean = true;

  moving(base: Value, direction: Value): Moving {
    return new Moving(this, base, fit(direction, shapeOf(base)));
  }

  base(x: Value): Value {
    return x instanceof Moving && x.algebra === this ? x.base : x;
  }

  direction(x: Value): Value {
    return x instanceof Moving && x.algebra === this ? x.direction : zeros(shapeOf(x));
  }

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    const base = this.base(x);
    const y = rule.apply(base, s);
    return this.moving(y, rule.tangent(this.direction(x), base, y, s));
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const [a, b] = [this.base(x), this.base(y)];
    const z = rule.apply(a, b, s);
    return this.moving(z, rule.tangent(this.direction(x), this.direction(y), a, b, z, s));
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    const bases = inputs.map((x) => this.base(x));
    const y = rule.apply(bases, s);
    const shares = rule
      .weights(bases.map(value), s)
      .map((weight, k) => scale(weight, this.direction(rule.pieces[k]?.(inputs, s) ?? 0)));
    return this.moving(
      y,
      shares.reduce((total, share) => add(total, share)),
    );
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return rule.apply(this.base(x), s);
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const bases = inputs.map((x) => this.base(x));
    const outputs = rule.apply(bases, s);
    const moved = rule.pushforward(
      inputs.map((x) => this.direction(x)),
      bases,
      outputs,
      s,
    );
    return outputs.map((y, k) => this.moving(y, moved[k] ?? 0));
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decideByValue(relation, a, b);
  }

  value(x: Element): Plain {
    return value(this.base(x));
  }
}

/** The direction in which f(x) moves while x moves as told. */
export const pushed = (
  f: (...inputs: Value[]) => Value,
  inputs: readonly Value[],
  directions: readonly Value[],
): Value => {
  const algebra = new Push();
  return algebra.direction(f(...inputs.map((x, k) => algebra.moving(x, directions[k] ?? 0))));
};

/** The direction in which f(x) moves as x moves by 1: f′(x). */
export const slope = (f: (x: Value) => Value, x: Value): Value => pushed(f, [x], [1]);

/** An element that stands still at x: a scalar, vector or matrix as x is one. */
export function lifted(x: number): Element<0>;
export function lifted(x: Float64Array): Element<1>;
export function lifted(x: Matrix): Element<2>;
export function lifted(x: Plain): Element;
export function lifted(x: Plain): Element {
  return new Push().moving(x, 0);
}
