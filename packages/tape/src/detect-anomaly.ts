import {
  type Algebra,
  type BinaryRule,
  type Differentiable,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Relation,
  type Scalar,
  type Scalars,
  type Shape,
  type Structured,
  type StructuredRule,
  type UnaryRule,
  type Value,
  Element,
  OperatorError,
  at,
  decideByValue,
  describe,
  entriesOf,
  escaped,
  mapLeaves,
  nextLevel,
  ownOutputs,
  shapeOf,
  structured,
  value,
} from "@jacobian/core";
import { AnomalyError } from "./anomaly-error.ts";
import { withLongStacks } from "./call-site.ts";
import { WatchedCall } from "./watched-call.ts";

/** What an inspection sees: a value, which it lets pass; or a tangent or an adjoint of it. */
interface Inspection {
  readonly call: WatchedCall;
  /** Which operand; the result if not given. */
  readonly operand: number | undefined;
  readonly of: "value" | "tangent" | "adjoint";
}

const look = (x: Plain, { call, operand, of }: Inspection): void => {
  if (of === "tangent" && operand === undefined) call.tangent(x);
  if (of === "adjoint" && operand === undefined) call.adjointOfResult(x);
  if (of === "adjoint" && operand !== undefined) call.adjointOfOperand(x, operand);
};

/** The identity, whose tangents and adjoints are looked at as they pass. */
const inspect: Structured<Inspection> = /*#__PURE__*/ structured<Inspection>("inspect", {
  value: ([x = NaN], s) => {
    look(x, s);
    return [x];
  },
  shape: ([shape = []]) => [shape],
  pushforward: (tangents, _inputs, _outputs, s) => inspect(tangents, { ...s, of: "tangent" }),
  pullback: (bars, _inputs, _outputs, s) => inspect(bars, { ...s, of: "adjoint" }),
  dependence: "elementwise",
});

/** What an engine below is to see pass; a plain value is a constant to it. */
const inspected = (x: Value, call: WatchedCall, operand?: number): Value =>
  x instanceof Element ? inspect([x], { call, operand, of: "value" })[0]! : x;

/** A value under watch. */
class Watched extends Element {
  constructor(
    readonly algebra: Watch,
    readonly primal: Value,
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
    return `Watched(${describe(this.primal)})`;
  }
}

/**
 * Computes as the level below does, and looks at what goes in and out of every operation. It knows neither
 * functions nor engines: what an engine below carries back or forward passes through `inspect`.
 */
class Watch implements Algebra {
  readonly level = nextLevel();
  open = true;

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    return this.one(rule.name, [x], ([px = NaN]) => rule.apply(px, s));
  }

  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    return this.one(rule.name, [x, y], ([px = NaN, py = NaN]) => rule.apply(px, py, s));
  }

  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    return this.one(rule.name, inputs, (primals) => rule.apply(primals, s));
  }

  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    return this.one(rule.name, [x], ([px = NaN]) => rule.apply(px, s));
  }

  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[] {
    return this.all(rule.name, inputs, (primals) => rule.apply(primals, s));
  }

  decide(relation: Relation, a: Value, b: Value): boolean {
    return decideByValue(relation, a, b);
  }

  value(x: Element): Plain {
    return value(this.primal(x));
  }

  /** A value to be watched. */
  lift(x: Value): Watched {
    return new Watched(this, x);
  }

  /** What a value is below. */
  primal(x: Value): Value {
    return x instanceof Watched && x.algebra === this ? x.primal : x;
  }

  /** What f gives. After it, also if it throws, what still holds a watched value cannot use it. */
  run<T>(f: () => T): T {
    try {
      return withLongStacks(f);
    } finally {
      this.open = false;
    }
  }

  private one(
    operation: string,
    operands: readonly Value[],
    compute: (primals: readonly Value[]) => Value,
  ): Value {
    return this.all(operation, operands, (primals) => [compute(primals)])[0]!;
  }

  private all(
    operation: string,
    operands: readonly Value[],
    compute: (primals: readonly Value[]) => readonly Value[],
  ): readonly Value[] {
    if (!this.open) throw escaped("detectAnomaly", operands[0] ?? NaN);
    const primals = operands.map((x) => this.primal(x));
    const call = new WatchedCall(operation, primals, new Error());
    const results = compute(primals.map((x, k) => inspected(x, call, k)));
    call.results(results.map(value));
    return results.map((y) => this.lift(inspected(y, call)));
  }
}

/**
 * The same function under watch: the first NaN or infinity, in a value, in an adjoint on its way back or in a
 * tangent, is an error that names the operation, its operands and the line that called it. Differentiate the
 * function that it gives, `gradient(detectAnomaly(f))(x)`, with any engine; without it nothing is paid for. What
 * f computes from captured elements or constants alone is not watched, nor an infinity that came in as one.
 * @throws AnomalyError where a NaN or an infinity appears.
 * @example
 * const f = ([x, y]: Scalars<2>): Scalar => mul(x, log(y));
 * gradient(detectAnomaly(f))([2, 1]); // [ 0, 2 ]
 */
export const detectAnomaly =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
  ): Differentiable<X, C, Y> =>
  (x, ...constants) => {
    if (x === undefined) {
      throw new OperatorError(
        "detectAnomaly: expected the input of the function that it watches, got none; write gradient(detectAnomaly(f))(x)",
      );
    }
    const watch = new Watch();
    const lifted = mapLeaves("detectAnomaly", x, (leaf) => watch.lift(refuseNaN(leaf)));
    // Input and output keep their containers.
    const output = watch.run(() =>
      ownOutputs("detectAnomaly", watch, f(lifted as X, ...constants)),
    );
    return mapLeaves("detectAnomaly", output, (y) => watch.primal(y)) as Y;
  };

const refuseNaN = (x: Value): Value => {
  const plain = value(x);
  if (!entriesOf(plain).some(Number.isNaN)) return x;
  throw new AnomalyError(
    `detectAnomaly: expected an input without NaN, got ${describe(plain)}; look for where it comes from`,
    { operation: "detectAnomaly", phase: "value", location: undefined },
  );
};
