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
  copied,
  decideByValue,
  nextLevel,
  value,
} from "@jacobian/core";
import { integrated } from "./integrated.ts";
import { Memo } from "./memo.ts";
import { type Operation, ofBinary, ofStructured, ofUnary } from "./operation.ts";
import { pieces } from "./pieces.ts";
import { isPower, power } from "./power.ts";
import { Series } from "./series.ts";
import { termwise } from "./termwise.ts";

/**
 * Taylor mode: power series in one variable t up to t^order, as an algebra. A rule tied to its operands by
 * a linear or bilinear equation goes coefficient by coefficient (`termwise.ts`); every other is the integral
 * of its own tangent, run on series (`integrated.ts`). Operations of f are carried out to the end as they
 * come; those that a tangent makes wait until a coefficient is asked for.
 */
export class Taylor implements Algebra {
  readonly level = nextLevel();
  open = true;
  private memo = new Memo<readonly Series[]>();
  /** What the tangent that is being run has made so far; undefined outside one. */
  private made: Series[] | undefined;

  constructor(readonly order: number) {}

  /** A polynomial in t. */
  input(coefficients: readonly Value[]): Series {
    return this.series(coefficients[0]!, coefficients.length - 1, (k) => coefficients[k]!);
  }

  unary<S>(rule: UnaryRule<S>, x: Value, s: S): Value {
    return this.lifted(rule, s, ofUnary(rule, s), [x])[0]!;
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const own = isPower(rule) ? power(this, x, y) : undefined;
    if (own instanceof Series) return this.kept([own])[0]!;
    return this.lifted(rule, s, ofBinary(rule, s), [x, y])[0]!;
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.kept([pieces(this, rule, inputs, s)])[0]!;
  }

  /** The value at t = 0, a constant: at a jump too, where f itself has that value. */
  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Value, s: S): Value {
    return rule.apply(this.constant(x), s);
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    return this.lifted(rule, s, ofStructured(rule, s), inputs);
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decideByValue(relation, a, b);
  }

  value(x: Value): Plain {
    return value(this.constant(x));
  }

  /** What f gives. After it, also if it throws, what still holds a series cannot compute with it. */
  run<T>(f: () => T): T {
    try {
      return f();
    } finally {
      this.open = false;
    }
  }

  series(y0: Value, degree: number, next: (k: number) => Value): Series {
    return new Series(this, y0, degree, next);
  }

  /** The operand as a series of this algebra; undefined for a constant. */
  own(x: Value | undefined): Series | undefined {
    return x instanceof Series && x.algebra === this ? x : undefined;
  }

  /** Coefficient k of any operand; of a constant undefined, but for the first. */
  coefficient(x: Value, k: number): Value | undefined {
    return this.own(x)?.coefficient(k) ?? (k === 0 ? x : undefined);
  }

  /** Coefficient 0. */
  constant(x: Value): Value {
    return this.own(x)?.coefficient(0) ?? x;
  }

  /** Whether f itself is at work, whose series are known to the end, and not a tangent. */
  get outermost(): boolean {
    return this.made === undefined;
  }

  /**
   * Runs a tangent. The series that it makes are taken to order k one after another, as they were made, when
   * order k of its results is asked for: so the stack stays flat, however long the tangent is.
   */
  delayed(tangent: () => readonly Value[]): (k: number) => readonly Value[] {
    const outer = this.made;
    const made: Series[] = (this.made = []);
    try {
      const results = tangent();
      return (k) => {
        for (const y of made) y.coefficient(k);
        return results;
      };
    } finally {
      this.made = outer;
    }
  }

  /**
   * What tangents make is made once for the same operands: so sin, which asks for cos, finds itself when
   * that asks for sin, and the tangents of tangents come to an end. What the caller may write into is copied
   * first; a static argument that he may have changed since is not looked up. (Sums and products of f itself are not looked up: nothing asks for them again.)
   */
  private lifted(
    rule: unknown,
    s: unknown,
    operation: Operation,
    inputs: readonly Value[],
  ): readonly Series[] {
    const tied = operation.linearity !== undefined;
    if (tied && this.outermost) return this.kept(termwise(this, operation, inputs));
    if (this.outermost && isChangeable(s)) this.memo = new Memo();
    const held = this.outermost ? inputs.map(copied) : inputs;
    const make = () => (tied ? termwise : integrated)(this, operation, held);
    return this.kept(this.memo.recall([rule, s, held.length, ...held], make));
  }

  private kept(series: readonly Series[]): readonly Series[] {
    if (this.made === undefined) {
      for (let k = 1; k <= this.order; k++) for (const y of series) y.coefficient(k);
    } else {
      for (const y of series) this.made.push(y);
    }
    return series;
  }
}

/** Whether a static argument can be another one by the next call. */
const isChangeable = (s: unknown): boolean =>
  typeof s === "function" || (typeof s === "object" && s !== null);
