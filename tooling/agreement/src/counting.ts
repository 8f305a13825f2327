import {
  type Algebra,
  type BinaryRule,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Scalar,
  type Shape,
  type StructuredRule,
  type UnaryRule,
  type Value,
  Element,
  at,
  decideByValue,
  describe,
  nextLevel,
  shapeOf,
} from "@jacobian/core";

/** A plain value whose arithmetic is counted. */
class Counted extends Element {
  constructor(
    readonly algebra: Counting,
    readonly plain: Plain,
  ) {
    super();
  }

  get shape(): Shape {
    return shapeOf(this.plain);
  }

  protected entry(this: Element<1>, i: number): Scalar {
    return at(this, i);
  }

  toString(): string {
    return `Counted(${describe(this.plain)})`;
  }
}

/** The arithmetic of plain values that counts its operations, whatever algebra above asks for them. */
export class Counting implements Algebra {
  readonly level = nextLevel();
  readonly open = true;
  operations = 0;

  lift(x: Plain): Element {
    return new Counted(this, x);
  }

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    return this.counted(rule.apply(this.value(x), s));
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    return this.counted(rule.apply(this.value(x), this.value(y), s));
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.counted(
      rule.apply(
        inputs.map((x) => this.value(x)),
        s,
      ),
    );
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return this.counted(rule.apply(this.value(x), s));
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    const outputs = rule.apply(
      inputs.map((x) => this.value(x)),
      s,
    );
    return outputs.map((y) => this.counted(y));
  }

  decide: Algebra["decide"] = decideByValue;

  value(x: Value): Plain {
    if (x instanceof Counted) return x.plain;
    if (x instanceof Element)
      throw new Error(`Counting: expected a plain value, got ${describe(x)}`);
    return x;
  }

  private counted(y: Value): Value {
    this.operations++;
    return this.lift(this.value(y));
  }
}
