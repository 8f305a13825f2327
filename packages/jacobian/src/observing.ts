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
  value,
} from "@jacobian/core";

/** Any rule that an application may be of. */
export type AnyRule<S> =
  UnaryRule<S> | BinaryRule<S> | PiecewiseRule<S> | LocallyConstantRule<S> | StructuredRule<S>;

/** A plain value that is being watched. */
class Observed extends Element {
  constructor(
    readonly algebra: Observing,
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
    return `Observed(${describe(this.plain)})`;
  }
}

/** Arithmetic on plain values that shows each application of a primitive. */
export abstract class Observing implements Algebra {
  readonly level = nextLevel();
  open = true;

  /** An application, with its operands as they came and its results. */
  protected abstract saw<S>(
    rule: AnyRule<S>,
    operands: readonly Value[],
    results: readonly Plain[],
    s: S,
  ): void;

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    return this.seen(rule, [x], [rule.apply(value(x), s)], s)[0]!;
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    return this.seen(rule, [x, y], [rule.apply(value(x), value(y), s)], s)[0]!;
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.seen(rule, inputs, [rule.apply(plainOnes(inputs), s)], s)[0]!;
  }

  /** A constant of whoever differentiates. */
  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    const y = rule.apply(value(x), s);
    this.seen(rule, [x], [y], s);
    return y;
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    return this.seen(rule, inputs, rule.apply(plainOnes(inputs), s), s);
  }

  decide: Algebra["decide"] = decideByValue;

  value(x: Element): Plain {
    return x instanceof Observed ? x.plain : value(x);
  }

  lift(x: Value): Element {
    return new Observed(this, value(x));
  }

  /** Whether a value depends on what was lifted. */
  moves(x: Value): boolean {
    return x instanceof Observed && x.algebra === this;
  }

  /** What f gives. After it, also if it throws, what still holds an element cannot compute with it. */
  run<T>(f: () => T): T {
    try {
      return f();
    } finally {
      this.open = false;
    }
  }

  private seen<S>(
    rule: AnyRule<S>,
    operands: readonly Value[],
    results: readonly Value[],
    s: S,
  ): readonly Value[] {
    const plain = plainOnes(results);
    this.saw(rule, operands, plain, s);
    return plain.map((y) => this.lift(y));
  }
}

const plainOnes = (values: readonly Value[]): readonly Plain[] => values.map((x) => value(x));
