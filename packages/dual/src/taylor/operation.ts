import {
  type BinaryRule,
  type Linearity,
  type StructuredRule,
  type UnaryRule,
  type Value,
  shapeOf,
  zeros,
} from "@jacobian/core";

/** A tangent of every operand; undefined where one stands still. */
export type Tangents = readonly (Value | undefined)[];

/** A rule of any shape, its static argument fixed, as a function of a list that gives a list. */
export interface Operation {
  readonly linearity: Linearity | undefined;
  readonly apply: (inputs: readonly Value[]) => readonly Value[];
  /** ẏ from ẋ: by what the rule says, and only by that. */
  readonly tangent: (
    tangents: Tangents,
    inputs: readonly Value[],
    outputs: readonly Value[],
  ) => readonly Value[];
}

export const ofUnary = <S>(rule: UnaryRule<S>, s: S): Operation => ({
  linearity: rule.traits.linearity,
  apply: ([x = NaN]) => [rule.apply(x, s)],
  tangent: ([dx = 0], [x = NaN], [y = NaN]) => [rule.tangent(dx, x, y, s)],
});

export const ofBinary = <S>(rule: BinaryRule<S>, s: S): Operation => ({
  linearity: rule.traits.linearity,
  apply: ([x = NaN, y = NaN]) => [rule.apply(x, y, s)],
  tangent: ([dx, dy], [x = NaN, y = NaN], [z = NaN]) => [rule.tangent(dx, dy, x, y, z, s)],
});

export const ofStructured = <S>(rule: StructuredRule<S>, s: S): Operation => ({
  linearity: rule.traits.linearity,
  apply: (inputs) => rule.apply(inputs, s),
  tangent: (tangents, inputs, outputs) => {
    const moved = inputs.map((x, k) => tangents[k] ?? zeros(shapeOf(x)));
    return rule.pushforward(moved, inputs, outputs, s);
  },
});
