import { expect, test } from "vitest";
import { Push } from "../test-support/push.ts";
import { rules, samples } from "../test-support/primitives.ts";
import type { Element } from "./index.ts";
import {
  type Traits,
  type Value,
  BinaryRule,
  StructuredRule,
  UnaryRule,
  entriesOf,
  value,
} from "./index.ts";

// A rule that no user can call says what it is in public primitives. Such rules are met in partial derivatives.

interface Stated {
  readonly inputs: readonly Value[];
  readonly s: unknown;
  readonly outputs: readonly Value[];
  readonly formula: NonNullable<Traits["formula"]>;
}

/** Every application of a rule with a formula, of those that come up where others are differentiated. */
const met = new Map<string, Stated[]>();

class Watching extends Push {
  private see(
    { name, traits }: { name: string; traits: Traits },
    s: unknown,
    inputs: readonly Value[],
    outputs: readonly Value[],
  ): void {
    const { formula } = traits;
    if (formula === undefined) return;
    const plain = inputs.map((x) => value(this.base(x)));
    const seen = { inputs: plain, s, outputs: outputs.map((y) => value(this.base(y))), formula };
    met.set(name, [...(met.get(name) ?? []), seen]);
  }

  override unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value {
    const y = super.unary(rule, x, s);
    this.see(rule, s, [x], [y]);
    return y;
  }

  override binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value {
    const z = super.binary(rule, x, y, s);
    this.see(rule, s, [x, y], [z]);
    return z;
  }

  override structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S) {
    const outputs = super.structured(rule, inputs, s);
    this.see(rule, s, inputs, outputs);
    return outputs;
  }
}

for (const rule of rules.values()) {
  for (const { inputs, statics, kind = "interior" } of samples[rule.name] ?? []) {
    if (kind !== "interior") continue;
    // Twice: the partial derivatives of partial derivatives are met too.
    const [inner, outer] = [new Watching(), new Watching()];
    const moving = inputs.map((x) => outer.moving(inner.moving(x, 1), 1));
    const [x = NaN, y = NaN] = moving;
    if (rule instanceof UnaryRule) rule.apply(x, statics);
    else if (rule instanceof BinaryRule) rule.apply(x, y, statics);
    else if (rule instanceof StructuredRule) rule.apply(moving, statics);
  }
}

test("the walk meets the rules that say so", () => {
  expect(met.size).toBeGreaterThanOrEqual(6);
});

test.each([...met.keys()])("the formula of %s has its values", (name) => {
  for (const { inputs, s, outputs, formula } of met.get(name) ?? []) {
    const written = formula(inputs, s as never);
    expect(written).toHaveLength(outputs.length);
    written.forEach((y, k) => {
      const [got, wanted] = [y, outputs[k]!].map((v) => [...entriesOf(value(v))]);
      got!.forEach((entry, i) => {
        const scale = Math.max(Math.abs(wanted![i]!), 1e-3);
        expect((entry - wanted![i]!) / scale).toBeCloseTo(0, 11);
      });
    });
  }
});
