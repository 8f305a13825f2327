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
  DomainError,
  Element,
  OperatorError,
  decideByValue,
  describe,
  nextLevel,
  scale,
} from "@jacobian/core";
import { Results } from "./results.ts";
import { lazily } from "../systems/remembered.ts";

/** The Taylor coefficients y₀, y₁, … of a function, each computed when it is first asked for. */
export type Coefficients = (k: number) => number;

/**
 * A number y₀ + y₁·t + y₂·t² + … as a function of t, as far as anyone asks: truncated nowhere, so that a rule
 * whose partial derivative is made of its own value (exp, √) needs no care.
 */
class Jet extends Element<0> {
  readonly shape: Shape = [];
  private readonly known: number[];
  constructor(
    readonly algebra: TaylorAlgebra,
    y0: number,
    private readonly next: Coefficients,
    /** All coefficients beyond are 0. */
    readonly degree = Infinity,
  ) {
    super();
    this.known = [y0];
  }

  /** Lower ones first: `next` may ask for any of them. */
  coefficient(k: number): number {
    while (this.known.length <= k) this.known.push(this.next(this.known.length));
    return this.known[k]!;
  }

  protected entry(): never {
    throw new OperatorError(
      `operator: expected a vector, got the scalar ${this.toString()}; it has no entries`,
    );
  }

  toString(): string {
    return `Jet(${String(this.known[0])} + …)`;
  }
}

/**
 * The algebra of power series in one variable: y′ = f′(x)·x′ read as k·y_k = Σⱼ j·x_j·p_(k−j), where p is the
 * series of the partial derivative (Griewank & Walther 2008, (13.7)). It knows scalars only.
 *
 * The same rule of the same operands is the same jet. So partial derivatives that lead back to what they were made
 * from (those of hypot are made of hypot) are finitely many series; each order would else make them all anew.
 */
class TaylorAlgebra implements Algebra {
  readonly level = nextLevel();
  readonly open = true;
  private readonly made = new Results<Value>();
  constructor(private readonly operation: string) {}

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    return this.made.of([rule, x, s], () => this.unaryJet(rule, x, s));
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    // Partial derivatives are asked for as adjoints of 1, and so come as scale(partial, 1).
    if (rule.name === scale.rule.name && y === 1) return x;
    return this.made.of([rule, x, y, s], () => this.binaryJet(rule, x, y, s));
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.made.of([rule, ...inputs, s], () => this.piecewiseJet(rule, inputs, s));
  }

  private unaryJet<S>(rule: UnaryRule<S>, x: Element, s: S): Jet {
    const jet = this.own(rule.name, x);
    const y = this.number(rule.name, rule.evaluate(jet.coefficient(0), s));
    const partial = lazily(() => this.series(rule.name, rule.adjoint(1, jet, result, s)));
    const result: Jet = new Jet(this, y, (k) => convolved(jet, partial(), k) / k);
    return result;
  }

  private binaryJet<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Jet {
    const operands = [x, y].map((each) => this.operand(rule.name, each));
    const [x0 = NaN, y0 = NaN] = operands.map((each) => constant(each));
    const z = this.number(rule.name, rule.evaluate(x0, y0, s));
    const parts = operands.flatMap((jet, i) => {
      const adjoint = rule.adjoints[i];
      if (typeof jet === "number" || adjoint === undefined) return [];
      const partial = lazily(() => this.series(rule.name, adjoint(1, x, y, result, s)));
      return [{ jet, partial }];
    });
    const result: Jet = new Jet(
      this,
      z,
      (k) => parts.reduce((sum, { jet, partial }) => sum + convolved(jet, partial(), k), 0) / k,
    );
    return result;
  }

  /** The active piece, or what the convention makes of several; the value itself is the function's. */
  private piecewiseJet<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Jet {
    const values = inputs.map((x) => constant(this.operand(rule.name, x)));
    const shares = rule.weights(values, s).flatMap((weight, i) => {
      const piece = weight === 0 ? undefined : rule.pieces[i];
      if (piece === undefined) return [];
      return [
        { weight: this.number(rule.name, weight), part: this.series(rule.name, piece(inputs, s)) },
      ];
    });
    return new Jet(this, this.number(rule.name, rule.evaluate(values, s)), (k) =>
      shares.reduce((sum, { weight, part }) => sum + weight * part(k), 0),
    );
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return rule.apply(this.own(rule.name, x).coefficient(0), s);
  }

  structured(rule: StructuredRule<never>): never {
    throw this.foreign(rule.name, "a function of whole vectors or matrices");
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decideByValue(relation, a, b);
  }

  value(x: Element): Plain {
    return this.own("value", x).coefficient(0);
  }

  /** The coefficients of what the function gives. */
  series(name: string, y: Value): Coefficients {
    const operand = this.operand(name, y);
    if (typeof operand === "number") return (k) => (k === 0 ? operand : 0);
    return (k) => operand.coefficient(k);
  }

  private operand(name: string, x: Value): Jet | number {
    if (typeof x === "number") return x;
    if (x instanceof Jet && x.algebra === this) return x;
    throw this.foreign(name, describe(x));
  }

  private own(name: string, x: Value): Jet {
    const operand = this.operand(name, x);
    if (typeof operand !== "number") return operand;
    throw this.foreign(name, describe(x));
  }

  private number(name: string, y: Plain): number {
    if (typeof y === "number") return y;
    throw this.foreign(name, describe(y));
  }

  private foreign(name: string, got: string): DomainError {
    return new DomainError(
      `${this.operation}: expected a function of x and plain numbers, got ${got} in ${name}; what it depends on beside x cannot be differentiated: put it into the matrix`,
    );
  }
}

const constant = (x: Jet | number): number => (typeof x === "number" ? x : x.coefficient(0));

/** Σ j·x_j·p_(k−j) over 1 ≤ j ≤ k, where an exact zero annihilates. */
const convolved = (x: Jet, p: Coefficients, k: number): number => {
  let sum = 0;
  const last = Math.min(k, x.degree);
  for (let j = 1; j <= last; j++) {
    const factor = x.coefficient(j);
    if (factor === 0) continue;
    const other = p(k - j);
    if (other !== 0) sum += j * factor * other;
  }
  return sum;
};

/** A function of one number, written with the functions of core. */
export type ScalarFunction = (x: Scalar) => Scalar;

/**
 * The coefficients of g(a + unit·t) as a power series in t.
 * @throws DomainError, in the name of `operation`, if g depends on anything but x and plain numbers.
 */
export const taylor = (
  operation: string,
  g: ScalarFunction,
  a: number,
  unit: number,
): Coefficients => {
  const algebra = new TaylorAlgebra(operation);
  return algebra.series("its result", g(new Jet(algebra, a, (k) => (k === 1 ? unit : 0), 1)));
};
