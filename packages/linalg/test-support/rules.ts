import {
  type BinaryRule,
  type Plain,
  type StructuredRule,
  type UnaryRule,
  type Value,
  entriesOf,
  plainOf,
  shapeOf,
} from "@jacobian/core";

/** A rule of any shape with its static argument fixed, read as a function of a list of plain values. */
export interface PlainRule {
  readonly value: (inputs: readonly Plain[]) => readonly Plain[];
  readonly tangent: (inputs: readonly Plain[], directions: readonly Plain[]) => readonly Plain[];
  /** Absent where an engine transposes the tangent. */
  readonly adjoint?: (inputs: readonly Plain[], bars: readonly Plain[]) => readonly Plain[];
}

// A rule that is given plain values gives plain values.
const plainly = (values: readonly Value[]): readonly Plain[] => values as readonly Plain[];

const ofUnary = <S>(rule: UnaryRule<S>, s: S): PlainRule => {
  const value = ([x = NaN]: readonly Plain[]) => rule.evaluate(x, s);
  return {
    value: (x) => [value(x)],
    tangent: (x, [d = NaN]) => plainly([rule.tangent(d, x[0] ?? NaN, value(x), s)]),
    adjoint: (x, [bar = NaN]) => plainly([rule.adjoint(bar, x[0] ?? NaN, value(x), s)]),
  };
};

const ofBinary = <S>(rule: BinaryRule<S>, s: S): PlainRule => {
  const value = ([x = NaN, y = NaN]: readonly Plain[]) => rule.evaluate(x, y, s);
  return {
    value: (inputs) => [value(inputs)],
    tangent: ([x = NaN, y = NaN], [dx, dy]) =>
      plainly([rule.tangent(dx, dy, x, y, value([x, y]), s)]),
    adjoint: ([x = NaN, y = NaN], [bar = NaN]) =>
      plainly(rule.adjoints.map((adjoint) => adjoint(bar, x, y, value([x, y]), s))),
  };
};

const ofStructured = <S>(rule: StructuredRule<S>, s: S): PlainRule => {
  const value = (inputs: readonly Plain[]) => plainly(rule.apply(inputs, s));
  const { pullback } = rule;
  return {
    value,
    tangent: (inputs, directions) =>
      plainly(rule.pushforward(directions, inputs, value(inputs), s)),
    ...(pullback && {
      adjoint: (inputs: readonly Plain[], bars: readonly Plain[]) =>
        plainly(pullback(bars, inputs, value(inputs), s)),
    }),
  };
};

export const plainRule = <S>(
  rule: UnaryRule<S> | BinaryRule<S> | StructuredRule<S>,
  s: S,
): PlainRule => {
  if (rule.kind === "unary") return ofUnary(rule, s);
  return rule.kind === "binary" ? ofBinary(rule, s) : ofStructured(rule, s);
};

/** All entries of a list of values. */
export const entries = (values: readonly Plain[]): number[] =>
  values.flatMap((x) => Array.from(entriesOf(x)));

/** ⟨x, y⟩ over all entries of two lists of equally shaped values. */
export const inner = (x: readonly Plain[], y: readonly Plain[]): number => {
  const [a, b] = [entries(x), entries(y)];
  return a.reduce((sum, entry, k) => sum + entry * (b[k] ?? NaN), 0);
};

const moved = (x: readonly Plain[], d: readonly Plain[], t: number): Plain[] =>
  x.map((value, k) => {
    const direction = entriesOf(d[k] ?? NaN);
    const to = entriesOf(value).map((entry, i) => entry + t * (direction[i] ?? NaN));
    return plainOf(shapeOf(value), to);
  });

/** d/dt f(x + t·d) at t = 0 by central differences, extrapolated twice (Richardson 1911). */
export const derivativeAlong = (
  f: (inputs: readonly Plain[]) => readonly Plain[],
  x: readonly Plain[],
  d: readonly Plain[],
): number[] => {
  const difference = (h: number): number[] => {
    const [after, before] = [entries(f(moved(x, d, h))), entries(f(moved(x, d, -h)))];
    return after.map((entry, k) => (entry - (before[k] ?? NaN)) / (2 * h));
  };
  const combine = (fine: number[], coarse: number[], weight: number): number[] =>
    fine.map((entry, k) => entry + (entry - (coarse[k] ?? NaN)) / (weight - 1));
  const [D1, D2, D3] = [difference(4e-3), difference(2e-3), difference(1e-3)];
  return combine(combine(D3, D2, 4), combine(D2, D1, 4), 16);
};
