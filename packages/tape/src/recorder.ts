import {
  type BinaryRule,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Relation,
  type StructuredRule,
  type UnaryRule,
  type Value,
  Element,
  LevelError,
  copied,
  decide,
  describe,
  entriesOf,
  escaped,
  overheard,
  sameShape,
  shapeOf,
} from "@jacobian/core";
import type { Node } from "./node.ts";
import {
  BinaryStep,
  type Machine,
  type Name,
  OtherStep,
  type Step,
  UnaryStep,
  constant,
} from "./steps.ts";
import { Tape } from "./tape.ts";

/**
 * A tape that also keeps which rules were applied, so that a replay can apply them to other values: the
 * steps of a function, and as guards all that it looked at on its way.
 */
export class Recorder extends Tape {
  readonly steps: Step[] = [];
  /** Whether replays have changed what its nodes stand for. */
  replayed = false;

  override input(x: Value): Node {
    this.admit([x]);
    return super.input(x);
  }

  /** An element that f has captured is heard of where f only looks at it. */
  override run<T>(f: () => T): T {
    const hear = (x: Element): void => {
      // Those above are of derivatives inside of f; one whose call has ended is a constant.
      if (x.algebra.level < this.level && x.algebra.open) this.admit([x]);
    };
    return overheard(hear, () => super.run(f));
  }

  override unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    const { operations, scalars } = this.record;
    const y = this.attempt(rule.name, [x], () => super.unary(rule, x, s));
    if (this.record.operations === operations) return y;
    const [from, to] = [this.slotOf(x), this.slotOf(y)];
    if (rule.smooth !== undefined && this.record.scalars > scalars)
      this.steps.push(new UnaryStep(rule.name, rule.smooth, s, from, to, 2 * scalars));
    else this.step(rule.name, [x], [y], ([a = NaN]) => [rule.apply(a, s)]);
    return y;
  }

  override binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    this.admit([x, y]);
    const { scalars } = this.record;
    const z = this.attempt(rule.name, [x, y], () => super.binary(rule, x, y, s));
    if (rule.smooth !== undefined && this.record.scalars > scalars) {
      const c = typeof x === "number" ? x : typeof y === "number" ? y : NaN;
      const slots = [this.slotOf(x), this.slotOf(y), this.slotOf(z)] as const;
      this.steps.push(new BinaryStep(rule.name, rule.smooth, s, ...slots, c, 2 * scalars));
    } else {
      this.step(rule.name, [x, y], [z], ([a = NaN, b = NaN]) => [rule.apply(a, b, s)]);
    }
    return z;
  }

  /** The same pieces must be active; the shares of an array's entries may become others. */
  override piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value {
    this.admit(inputs);
    const split = this.attempt(rule.name, inputs, () => this.split(rule, inputs, s));
    const { shares } = split;
    const y = this.shared(split);
    const active = split.weights.map((weight) => weight !== 0);
    const given = shares.some(({ part }) => part === y);
    const compute: Compute = (primals) => {
      // Operands that are no elements of this tape are plain: `admit` has looked.
      const weights = rule.weights(primals as readonly Plain[], s);
      if (weights.some((weight, k) => (weight !== 0) !== active[k])) return undefined;
      for (const share of shares) share.weight = weights[share.piece] ?? 0;
      return [rule.apply(primals, s)];
    };
    this.step(rule.name, inputs, [y], compute, given ? y : undefined);
    return y;
  }

  /** Its result is a plain number here as anywhere, which must come again. */
  override locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value {
    const y = super.locallyConstant(rule, x, s);
    this.look(rule.name, [x], [copied(y)], ([a = NaN]) => [rule.apply(a, s)]);
    return y;
  }

  override structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S) {
    this.admit(inputs);
    const outputs = this.attempt(rule.name, inputs, () => super.structured(rule, inputs, s));
    this.step(rule.name, inputs, outputs, (primals) => rule.apply(primals, s));
    return outputs;
  }

  override decide(relation: Relation, a: Value, b: Value): boolean {
    this.admit([a, b]);
    const outcome = super.decide(relation, a, b);
    const compute: Compute = ([x = NaN, y = NaN]) =>
      decide(relation, x, y) === outcome ? [] : undefined;
    this.look(relation, [a, b], [], compute, `${outcome}`);
    return outcome;
  }

  /** What f has read must be read again. */
  override value(x: Element): Plain {
    const plain = super.value(x);
    this.look("value", [x], [copied(plain)], (primals) => primals);
    return plain;
  }

  /** What a node stands for in a replay; itself for a constant. */
  fresh(x: Value, { values }: Machine): Value {
    const node = this.own(x);
    if (node === undefined) return x;
    // Of arrays `settle` has written the value.
    if (typeof node.primal === "number") node.primal = values[node.slot]!;
    return node.primal;
  }

  /** Gives a node its value in a replay. */
  settle(node: Node, y: Value, { values }: Machine): void {
    node.primal = y;
    if (typeof y === "number") values[node.slot] = y;
    // Its entries are read from their slots.
    else values.set(entriesOf(y as Plain), node.slot);
  }

  private slotOf(x: Value): number {
    return this.own(x)?.slot ?? constant;
  }

  /** A guard for what f looks at. @throws LevelError for an element that a replay has overtaken. */
  private look(...guard: Parameters<Recorder["step"]>): void {
    if (this.replayed) throw stale("an element");
    if (this.open) this.step(...guard);
  }

  /** Where a rule throws, f may catch and go on: then the operands must come again, as if f had read them. */
  private attempt<T>(name: string, operands: readonly Value[], apply: () => T): T {
    try {
      return apply();
    } catch (error) {
      const seen = operands.map((x) => copied(this.primal(x)));
      this.step(`${name} throws`, operands, seen, (primals) => primals);
      throw error;
    }
  }

  /** A step made of whole values. A result that is no node, or is `given` before it, must come again. */
  private step(
    name: string,
    inputs: readonly Value[],
    outputs: readonly Value[],
    compute: Compute,
    given?: Value | string,
  ): void {
    // A rule may have captured what its operands do not show.
    this.admit(outputs.map((y) => this.primal(y)));
    const made = given === undefined ? outputs.map((y) => this.own(y)) : [];
    const redo = (machine: Machine): boolean => {
      const computed = compute(inputs.map((x) => this.fresh(x, machine)));
      if (computed?.length !== outputs.length) return false;
      return outputs.every((y, k) => {
        const [node, now] = [made[k], computed[k] ?? NaN];
        if (!sameShape(shapeOf(y), shapeOf(now))) return false;
        if (node === undefined) return identical(this.fresh(y, machine), now);
        this.settle(node, now, machine);
        return true;
      });
    };
    const named = (x: Value): Name => {
      const node = this.own(x);
      if (node === undefined) return describe(x);
      return node.shape.length === 0 ? node.slot : `v${node.slot}`;
    };
    const slots = made.flatMap((node) => node?.slot ?? []);
    const outcome = typeof given === "string" ? [given] : outputs.map(named);
    const isGuard = slots.length === 0;
    const writes = isGuard ? outcome : slots;
    this.steps.push(new OtherStep(name, inputs.map(named), writes, isGuard, redo));
  }

  /** @throws LevelError for an element of another derivative. */
  admit(values: readonly Value[]): void {
    for (const x of values) {
      if (!(x instanceof Element) || x.algebra === this) continue;
      if (!x.algebra.open) throw escaped("record", x);
      throw new LevelError(
        `record: expected plain numbers and what is made of the input, got ${describe(x)} of a derivative around it, which cannot be replayed; use gradient, vjp or pullback there`,
      );
    }
  }
}

/** The results at these values of the inputs; undefined where a guard fails. */
type Compute = (primals: readonly Value[]) => readonly Value[] | undefined;

/** The error for what a replay has overtaken. */
export const stale = (what: string): LevelError =>
  new LevelError(
    `record: expected what belongs to the last evaluation of the tape, got ${what} of an earlier one; read it before the tape is replayed, or keep the result`,
  );

/** The same bits and shape. */
export const identical = (x: Value, y: Value): boolean => {
  if (typeof x === "number" || typeof y === "number") return Object.is(x, y);
  // Nothing but plain values is on this tape.
  const [a, b] = [entriesOf(x as Plain), entriesOf(y as Plain)];
  return sameShape(shapeOf(x), shapeOf(y)) && a.every((entry, k) => Object.is(entry, b[k]));
};
