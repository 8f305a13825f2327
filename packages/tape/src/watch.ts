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
  at,
  decideByValue,
  describe,
  leavesOf,
  nextLevel,
  shapeOf,
  value,
  withLongStacks,
} from "@jacobian/core";
import { takenApart } from "./arguments.ts";
import { type Look, forked, moving, shown } from "./inspections.ts";
import { type Operation, perform } from "./operation.ts";
import { pullBack } from "./pull.ts";
import { WatchedCall } from "./watched-call.ts";

/** A value under watch. */
export class Watched extends Element {
  constructor(
    readonly algebra: Watch,
    /** What it is below, for its next use. */
    public primal: Value,
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

type Compute = (primals: readonly Value[]) => readonly Value[];

/**
 * The operation, one to a tape below: so that the adjoints of its results and those it hands to its operands are
 * seen together, sweep by sweep and lane by lane.
 */
const performed = (
  call: WatchedCall,
  primals: readonly Value[],
  compute: Compute,
): readonly Value[] => {
  const { operation } = call;
  const places = primals.flatMap((x, k) => (x instanceof Element ? [k] : []));
  const { elements, filled } = takenApart(primals);
  const evaluate: Compute = (values) => compute(filled(values));
  const pullback: Operation["pullback"] = (bar, values) => {
    // Adjoints come in the container of the values: a list.
    const handed = pullBack(operation, evaluate, values, bar) as readonly Value[];
    const look: Look = (seen) => {
      call.adjoints(seen.slice(0, places.length), seen.slice(places.length), places);
    };
    return shown([...handed, ...leavesOf(operation, bar)], look).slice(0, places.length);
  };
  // `evaluate` gives a list.
  return perform(
    { name: operation, transparent: true, evaluate, pullback },
    elements,
  ) as readonly Value[];
};

/**
 * Computes as the level below does, and looks at what goes in and out of every operation. It knows neither
 * functions nor engines: what an engine below carries back or forward passes through inspections.
 */
export class Watch implements Algebra {
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

  private all(operation: string, operands: readonly Value[], compute: Compute): readonly Value[] {
    const primals = operands.map((x) => this.primal(x));
    const call = new WatchedCall(operation, primals, new Error());
    const used = operands.map((x, k) =>
      this.use(x, (seen) => {
        call.sum(seen, k);
      }),
    );
    const results = performed(call, used, compute);
    call.results(results.map(value));
    const tangent: Look = (seen) => {
      call.tangent(seen);
    };
    // To an engine below a plain value is a constant.
    return results.map((y) => this.lift(y instanceof Element ? moving([y], tangent)[0]! : y));
  }

  /** What x is below for one use; later ones get another. */
  private use(x: Value, look: Look): Value {
    const primal = this.primal(x);
    if (!(x instanceof Watched && primal instanceof Element && primal !== x)) return primal;
    const [now, later] = forked([primal], look);
    x.primal = later!;
    return now!;
  }
}
