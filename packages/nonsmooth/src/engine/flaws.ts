import {
  type BinaryRule,
  type Plain,
  type StructuredRule,
  type UnaryRule,
  type Value,
  add,
  describe,
  entriesOf,
  entryAt,
  plainOf,
  scale,
  shapeOf,
  sizeOf,
  value,
  zeros,
} from "@jacobian/core";
import { atCut } from "./jumps.ts";
import type { Selections } from "./selections.ts";
import { site } from "./site.ts";

// A flaw is NaN in the entries that come from where f is not locally Lipschitz, and 0 in the others. It
// travels as a tangent does, but that no factor of 0 takes it away: x·step(x) has a kink at 0.

export type Flaw = Plain | undefined;

/** Either of two. */
export const joined = (a: Flaw, b: Flaw): Flaw =>
  a === undefined ? b : b === undefined ? a : add(a, b);

/** NaN in the entries of a value for which `test` holds; undefined if there is none. */
export const flawed = (
  algebra: Selections,
  y: Plain,
  test: (k: number) => boolean,
  tell: (k: number) => string,
): Flaw => {
  const marks = new Float64Array(sizeOf(shapeOf(y)));
  for (let k = 0; k < marks.length; k++) {
    if (!test(k)) continue;
    marks[k] = NaN;
    algebra.firstFlaw ||= tell(k) + site();
  }
  return marks.some(Number.isNaN) ? plainOf(shapeOf(y), marks) : undefined;
};

/** Where a partial derivative is not finite though the value is. */
const steep = (
  algebra: Selections,
  name: string,
  partial: Plain,
  operands: readonly Plain[],
  y: Plain,
): Flaw => {
  // Nearly every partial derivative is finite everywhere: ask that first.
  if (
    typeof partial === "number"
      ? Number.isFinite(partial)
      : entriesOf(partial).every(Number.isFinite)
  )
    return undefined;
  return flawed(
    algebra,
    y,
    (k) => !Number.isFinite(entryAt(partial, k)) && Number.isFinite(entryAt(y, k)),
    (k) => `${name}(${operands.map((x) => describe(entryAt(x, k))).join(", ")})`,
  );
};

export const atUnary = <S>(
  algebra: Selections,
  rule: UnaryRule<S>,
  p: Value,
  y: Value,
  s: S,
): Flaw => {
  if (rule.smooth === undefined) return undefined;
  const [x, z] = [value(p), value(y)];
  return steep(algebra, rule.name, value(rule.smooth.partial(x, z, s)), [x], z);
};

/** Of the operands that move. */
export const atBinary = <S>(
  algebra: Selections,
  rule: BinaryRule<S>,
  operands: readonly [Value, Value],
  primals: readonly [Value, Value],
  z: Value,
  s: S,
): Flaw => {
  const [x, y, plain] = [value(primals[0]), value(primals[1]), value(z)];
  let flaw: Flaw;
  rule.smooth?.partials.forEach((partial, k) => {
    if (!algebra.owns(operands[k]!)) return;
    flaw = joined(flaw, steep(algebra, rule.name, value(partial(x, y, plain, s)), [x, y], plain));
  });
  return joined(flaw, atCut(algebra, rule.name, operands, plain));
};

/** The flaws of operands in the results. */
export const pushed = {
  unary: <S>(rule: UnaryRule<S>, flaw: Flaw, p: Value, y: Value, s: S): Flaw => {
    if (flaw === undefined || rule.smooth !== undefined) return flaw;
    return value(rule.tangent(flaw, value(p), value(y), s));
  },

  binary: <S>(
    rule: BinaryRule<S>,
    [f, g]: readonly [Flaw, Flaw],
    [p, q]: readonly [Value, Value],
    z: Value,
    s: S,
  ): Flaw => {
    if (f === undefined && g === undefined) return undefined;
    // Selection is a product with 0 or 1 by `scale`: what is not selected does not count.
    if (rule.smooth !== undefined && rule.name !== scale.rule.name)
      return add(joined(f, g)!, zeros(shapeOf(z)));
    return value(rule.tangent(f, g, value(p), value(q), value(z), s));
  },

  structured: <S>(
    rule: StructuredRule<S>,
    flaws: readonly Flaw[],
    primals: readonly Value[],
    outputs: readonly Value[],
    s: S,
  ): readonly Flaw[] => {
    if (flaws.every((flaw) => flaw === undefined)) return [];
    if (rule.traits.linearity === undefined) return outputs.map((y) => add(zeros(shapeOf(y)), NaN));
    const marks = flaws.map((flaw, k) => flaw ?? zeros(shapeOf(primals[k]!)));
    return rule.pushforward(marks, primals.map(value), outputs.map(value), s).map(value);
  },
};
