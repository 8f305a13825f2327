import {
  type BinaryRule,
  type PiecewiseRule,
  type Plain,
  type StructuredRule,
  type UnaryRule,
  type Value,
  entriesOf,
  shapeOf,
  sizeOf,
  value,
} from "@jacobian/core";
import { type AnyRule, Observing } from "../observing.ts";

type Partial = (...operands: never[]) => Value;

/** Operations of the partial derivatives of a rule, at one entry, wherever it is. */
const known = /*#__PURE__*/ new WeakMap<object, readonly number[]>();

const entries = (x: Value): number => sizeOf(shapeOf(x));

/**
 * Counts operations: of the values themselves, of the partial derivatives, and what the chain rule adds for each
 * direction forward and for each row in reverse. An operation is an elementary function or an arithmetic operation on
 * one entry. A product of arrays, |A|, |B| and |C| entries large, is √(|A|·|B|·|C|) multiplications and as many
 * additions; any other dense function counts as the cube of its largest side.
 */
export class Counting extends Observing {
  /** Of an evaluation of f. */
  values = 0;
  /** Of its partial derivatives, at each evaluation. */
  partials = 0;
  /** For each direction: ẏ = Σ ∂y/∂x·ẋ */
  tangents = 0;
  /** For each row: x̄ += ∂y/∂x·ȳ */
  adjoints = 0;

  constructor(
    /** Applications of each primitive, if they are asked for. */
    private readonly applied?: Map<string, number>,
    /** A partial derivative that is counted is not differentiated. */
    private readonly isPartial = false,
  ) {
    super();
  }

  protected saw<S>(rule: AnyRule<S>, operands: readonly Value[], results: readonly Plain[], s: S) {
    this.applied?.set(rule.name, (this.applied.get(rule.name) ?? 0) + 1);
    const [y = NaN] = results;
    if (rule.kind === "unary") this.unaryCosts(rule, operands, y, s);
    else if (rule.kind === "binary") this.binaryCosts(rule, operands, y, s);
    else if (rule.kind === "piecewise") this.piecewiseCosts(rule, operands, y, s);
    else if (rule.kind === "structured") this.structuredCosts(rule, [...operands, ...results]);
    else this.count(entries(y), 0, 0);
  }

  private unaryCosts<S>(rule: UnaryRule<S>, operands: readonly Value[], y: Plain, s: S): void {
    const { smooth, gather } = rule;
    const n = entries(y);
    if (gather !== undefined) return;
    if (smooth === undefined) {
      const work = Math.max(n, entries(operands[0]!));
      this.count(work, work, work);
    } else {
      this.count(n, n, 2 * n);
      this.partials += n * this.partialsOf(rule, [smooth.partial], [...operands, y], s)[0]!;
    }
  }

  private binaryCosts<S>(rule: BinaryRule<S>, operands: readonly Value[], z: Plain, s: S): void {
    const moves = operands.map((x) => this.moves(x));
    const moving = moves.filter(Boolean).length;
    const { smooth } = rule;
    if (smooth === undefined) {
      const volume = operands.reduce<number>((product, x) => product * entries(x), entries(z));
      const work = 2 * Math.round(Math.sqrt(volume));
      this.count(work, moving * work, moving * work);
    } else {
      const n = entries(z);
      this.count(n, (2 * moving - 1) * n, 2 * moving * n);
      const own = this.partialsOf(rule, smooth.partials, [...operands, z], s);
      moves.forEach((isMoving, k) => (this.partials += isMoving ? n * own[k]! : 0));
    }
  }

  /** The active pieces are computed, and each gives its share. */
  private piecewiseCosts<S>(
    rule: PiecewiseRule<S>,
    operands: readonly Value[],
    y: Plain,
    s: S,
  ): void {
    const n = entries(y);
    this.count(n, 0, 0);
    const plain = operands.map((x) => value(x));
    rule.weights(plain, s).forEach((weight, k) => {
      const isMoving = weight !== 0 && this.moves(rule.pieces[k]?.(operands, s) ?? 0);
      if (isMoving && weight !== 1) this.count(0, n, 2 * n);
    });
  }

  private structuredCosts<S>(rule: StructuredRule<S>, values: readonly Value[]): void {
    if (rule.dependence === "gather") return;
    const largest = values.reduce<number>((most, x) => Math.max(most, entries(x)), 0);
    const work = rule.dependence === "dense" ? Math.round(largest ** 1.5) : largest;
    this.count(work, 2 * work, 2 * work);
  }

  private count(values: number, tangents: number, adjoints: number): void {
    this.values += values;
    this.tangents += tangents;
    this.adjoints += adjoints;
  }

  /** Counted once for each rule, at the first entries that it meets. */
  private partialsOf(
    rule: object,
    partials: readonly Partial[],
    operands: readonly Value[],
    s: unknown,
  ): readonly number[] {
    if (this.isPartial) return partials.map(() => 0);
    const before = known.get(rule);
    if (before !== undefined) return before;
    const counted = partials.map((partial) => {
      const probe = new Counting(undefined, true);
      const firsts = operands.map((x) => probe.lift(entriesOf(value(x))[0] ?? NaN));
      // A partial derivative takes the operands, the value and the static argument.
      (partial as (...operands: unknown[]) => Value)(...firsts, s);
      return probe.values;
    });
    known.set(rule, counted);
    return counted;
  }
}
