import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyShape, callsOf, inner, plain, type Call } from "../test-support/arbitrary.ts";
import { rules, samples, type Rule } from "../test-support/primitives.ts";
import { pushed } from "../test-support/push.ts";
import {
  BinaryRule,
  LocallyConstantRule,
  PiecewiseRule,
  StructuredRule,
  UnaryRule,
  add,
  broadcast,
  entriesOf,
  fit,
  mul,
  plainOf,
  shapeOf,
  sub,
  value,
  type Plain,
  type Value,
} from "./index.ts";

const all = [...rules.values()];
const withAdjoint = all.filter(
  (rule) =>
    rule instanceof UnaryRule ||
    rule instanceof BinaryRule ||
    (rule instanceof StructuredRule && rule.pullback !== undefined),
);

const apply = (rule: Rule, inputs: readonly Value[], s: unknown): readonly Value[] => {
  const [x = NaN, y = NaN] = inputs;
  if (rule instanceof StructuredRule) return rule.apply(inputs, s);
  if (rule instanceof PiecewiseRule) return [rule.apply(inputs, s)];
  return [rule instanceof BinaryRule ? rule.apply(x, y, s) : rule.apply(x, s)];
};

/** ẏ from ẋ, as the rule says it, for each output. */
const tangents = (rule: Rule, { inputs, statics: s }: Call, dx: readonly Plain[]): Value[] => {
  const outputs = apply(rule, inputs, s);
  const [x = NaN, y = NaN] = inputs;
  const [d, e] = dx;
  const [z = NaN] = outputs;
  if (rule instanceof UnaryRule) return [rule.tangent(d ?? NaN, x, z, s)];
  if (rule instanceof BinaryRule) return [rule.tangent(d, e, x, y, z, s)];
  return rule instanceof StructuredRule ? [...rule.pushforward(dx, inputs, outputs, s)] : [];
};

/** x̄ from ȳ, as the rule says it, for each input. */
const adjoints = (rule: Rule, { inputs, statics: s }: Call, bars: readonly Plain[]): Value[] => {
  const outputs = apply(rule, inputs, s);
  const [x = NaN, y = NaN] = inputs;
  const [bar = NaN] = bars;
  const [z = NaN] = outputs;
  if (rule instanceof UnaryRule) return [rule.adjoint(bar, x, z, s)];
  if (rule instanceof BinaryRule) return rule.adjoints.map((adjoint) => adjoint(bar, x, y, z, s));
  return rule instanceof StructuredRule
    ? [...(rule.pullback?.(bars, inputs, outputs, s) ?? [])]
    : [];
};

const total = (pairs: readonly (readonly [Value, Value])[]): number =>
  pairs.reduce((sum, [a, b]) => sum + inner(value(a), value(b)), 0);

describe("⟨ȳ, tangent(ẋ)⟩ = ⟨adjoint(ȳ), ẋ⟩, on random shapes", () => {
  test.each(withAdjoint)("$name", (rule) => {
    // An arbitrary cannot look at the shapes of another's values, so it is chained to it.
    const cases = callsOf(rule).chain((call) =>
      fc.record({
        call: fc.constant(call),
        dx: fc.tuple(...call.inputs.map((x) => plain(shapeOf(x)))),
        bars: fc.tuple(...apply(rule, call.inputs, call.statics).map((y) => plain(shapeOf(y)))),
      }),
    );
    fc.assert(
      fc.property(cases, ({ call, dx, bars }) => {
        const forward = tangents(rule, call, dx).map((dy, k): [Value, Value] => {
          const bar = bars[k] ?? NaN;
          return [bar, fit(dy, shapeOf(bar))];
        });
        // An operand that was a scalar beside an array gets the sum of its adjoint: `inner` sums.
        const backward = adjoints(rule, call, bars).map((bar, k): [Value, Value] => [
          bar,
          dx[k] ?? NaN,
        ]);
        const [left, right] = [total(forward), total(backward)];
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-11 * (1 + Math.abs(left)));
      }),
      { numRuns: 50, seed: 2026 },
    );
  });
});

/** The derivative of f at 0 by central differences of two steps, extrapolated; and how far to trust it. */
const difference = (f: (h: number) => Value, size: number): { slope: Plain; trust: number } => {
  const central = (h: number): Value => mul(sub(f(h), f(-h)), 0.5 / h);
  const [wide, narrow] = [central(2e-3 * size), central(1e-3 * size)];
  const correction = mul(sub(narrow, wide), 1 / 3);
  const spread = Math.max(0, ...entriesOf(value(correction)).map(Math.abs));
  return { slope: value(add(narrow, correction)), trust: 0.1 * spread };
};

const smoothSamples = all
  .filter((rule) => !(rule instanceof LocallyConstantRule))
  .flatMap((rule) =>
    (samples[rule.name] ?? []).flatMap((sample, k) =>
      (sample.kind ?? "interior") === "interior" ? [{ rule, sample, name: rule.name, k }] : [],
    ),
  );

describe("what the rule pushes forward is the limit of differences of the value", () => {
  test.each(smoothSamples)("$name, sample $k", ({ rule, sample: { inputs, statics } }) => {
    const directions = inputs.map((x, k) =>
      plainOf(
        shapeOf(x),
        entriesOf(x).map((_, i) => Math.cos(1 + i + 2 * k)),
      ),
    );
    const size = Math.min(
      1,
      ...inputs.flatMap((x) => [...entriesOf(x)]).map((x) => Math.abs(x) || 1),
    );
    const outputs = apply(rule, inputs, statics).length;
    for (let k = 0; k < outputs; k++) {
      const f = (...x: Value[]): Value => apply(rule, x, statics)[k] ?? NaN;
      const moved = (h: number): Value =>
        f(...inputs.map((x, i) => add(x, mul(h, directions[i] ?? 0))));
      const { slope, trust } = difference(moved, size);
      const exact = entriesOf(value(fit(pushed(f, inputs, directions), shapeOf(slope))));
      const off = entriesOf(slope).map((s, i) => Math.abs(s - (exact[i] ?? NaN)));
      const scale = Math.max(0, ...entriesOf(value(f(...inputs))).map(Math.abs)) / size;
      expect(Math.max(0, ...off)).toBeLessThanOrEqual(trust + 1e-10 * (1 + scale));
    }
  });
});

test("the derivative of a locally constant function is 0, at a jump too", () => {
  for (const rule of all.filter((each) => each instanceof LocallyConstantRule)) {
    for (const { inputs } of samples[rule.name] ?? []) {
      expect(pushed((x) => apply(rule, [x], undefined)[0] ?? NaN, inputs, [1])).toBe(0);
    }
  }
});

test("random shapes reach scalars, vectors and matrices", () => {
  const ranks = new Set(fc.sample(anyShape, { numRuns: 50, seed: 2026 }).map((s) => s.length));
  expect([...ranks].sort()).toEqual([0, 1, 2]);
  expect(shapeOf(broadcast(1, { shape: [2, 3] }))).toEqual([2, 3]);
});
