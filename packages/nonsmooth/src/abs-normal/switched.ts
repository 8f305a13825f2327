import {
  type PiecewiseRule,
  type Relation,
  type StructuredRule,
  type Value,
  DomainError,
  abs,
  add,
  amax,
  amin,
  max,
  min,
  mul,
  shapeOf,
  sizeOf,
  sub,
  take,
  value,
  zeros,
} from "@jacobian/core";
import { entryOf } from "../engine/entries.ts";
import { Selections } from "../engine/selections.ts";

const refusal = (got: string): DomainError =>
  new DomainError(
    `absNormalForm: expected kinks that are absolute values (abs, relu, leakyRelu, max, min, clamp, or two pieces that differ by a multiple of their switch), got ${got}; write the function with these`,
  );

/** Operands at which two pieces are compared with their switch: any will do, these have no common factor. */
const probes = [
  [0.7, -1.3, 2.9, 0.4],
  [-2.3, 0.6, -0.8, 1.7],
  [1.1, 3.7, -1.9, -2.6],
] as const;

/**
 * The constant κ of p − q = κ·(left − right), by which a function of two pieces is (p + q)/2 + κ/2·|left − right|.
 * @throws DomainError if there is none.
 */
const factorOf = <S>(rule: PiecewiseRule<S>, s: S): number => {
  const [p, q] = rule.pieces;
  const [[left, right] = []] = rule.switches;
  const factors = probes.map((probe) => {
    const apart = (f: typeof p, g: typeof p): number =>
      // Scalars give scalars.
      (value(f!(probe, s)) as number) - (value(g!(probe, s)) as number);
    return apart(p, q) / apart(left, right);
  });
  const [first = NaN] = factors;
  const isConstant = factors.every((factor) => Math.abs(factor - first) <= 1e-12 * Math.abs(first));
  if (rule.pieces.length === 2 && rule.atTie !== "relation" && isConstant) return first;
  throw refusal(rule.name);
};

/**
 * The evaluation of a function in which each |z| is an input of its own: kinks are gone, and each leaves its
 * switching value z behind.
 */
export class Switched extends Selections {
  /** The switching values, of the level below. */
  readonly switches: Value[] = [];
  private place = 0;

  /** @param magnitudes what stands for the |z|, one after another; |z| themselves if not given */
  constructor(private readonly magnitudes?: Value) {
    super({
      choose: ({ name }) => {
        throw refusal(`${name} at a kink`);
      },
    });
  }

  override piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    const [x = NaN] = inputs;
    if (rule.name === "clamp") {
      // The static argument of this rule are its bounds.
      const { low, high } = s as { readonly low: number; readonly high: number };
      // A bound at infinity has no kink: its |z| would be ∞ beside −∞.
      const above = low === -Infinity ? x : max(x, low);
      return high === Infinity ? above : min(above, high);
    }
    const shape = shapeOf(
      rule.evaluate(
        inputs.map((input) => value(input)),
        s,
      ),
    );
    const factor = factorOf(rule, s);
    const [left = NaN, right = NaN] = rule.sides(inputs, s);
    const z = this.primal(add(sub(left, right), zeros(shape)));
    const size = sizeOf(shape);
    const index = Array.from({ length: size }, (_, k) => this.place + k);
    this.switches.push(z);
    this.place += size;
    const magnitude =
      this.magnitudes === undefined ? abs(value(z)) : take(this.magnitudes, { index, shape });
    const [p = NaN, q = NaN] = rule.pieces.map((piece) => piece(inputs, s));
    return add(mul(0.5, add(p, q)), mul(0.5 * factor, this.lift(magnitude)));
  }

  override structured<S>(
    rule: StructuredRule<S>,
    inputs: readonly Value[],
    s: S,
  ): readonly Value[] {
    const larger =
      (rule as unknown) === amax.rule ? max : (rule as unknown) === amin.rule ? min : undefined;
    const [x = NaN] = inputs;
    if (larger === undefined) return super.structured(rule, inputs, s);
    if (s !== undefined) throw refusal(`${rule.name} of ${String(s)}`);
    const entries = Array.from({ length: sizeOf(shapeOf(x)) }, (_, k) => entryOf(x, k));
    return [entries.reduce((best, entry) => larger(best, entry))];
  }

  override decide(relation: Relation): boolean {
    throw refusal(`a branch on ${relation}`);
  }
}
