import {
  type BinaryRule,
  type Linearity,
  type StructuredRule,
  type Traits,
  type UnaryRule,
  type Value,
  shapeOf,
  zeros,
} from "@jacobian/core";

/** A tangent of every operand; undefined where one stands still. */
type Tangents = readonly (Value | undefined)[];

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
  /**
   * Of a product or quotient what is multiplied in its equation, as the tangent says it: ẋ·y, which moves
   * the first operand; or −ẏ·z and −Ȧ·z, divided, which move the divisor.
   */
  readonly product?: (p: Value, q: Value, inputs: readonly Value[]) => Value;
}

// Operands are taken by index: destructuring a list would cost more than most of the arithmetic.

export const ofUnary = <S>(rule: UnaryRule<S>, s: S): Operation => ({
  linearity: rule.traits.linearity,
  apply: (inputs) => [rule.apply(inputs[0]!, s)],
  tangent: (tangents, inputs, outputs) => [
    rule.tangent(tangents[0] ?? 0, inputs[0]!, outputs[0]!, s),
  ],
});

export const ofBinary = <S>(rule: BinaryRule<S>, s: S): Operation => ({
  linearity: rule.traits.linearity,
  apply: (inputs) => [rule.apply(inputs[0]!, inputs[1]!, s)],
  tangent: (tangents, inputs, outputs) => [
    rule.tangent(tangents[0], tangents[1], inputs[0]!, inputs[1]!, outputs[0]!, s),
  ],
  product:
    rule.traits.linearity === "rightQuotient"
      ? (p, q, inputs) => rule.tangent(undefined, p, inputs[0]!, inputs[1]!, q, s)
      : (p, q, inputs) => rule.tangent(p, undefined, inputs[0]!, q, 0, s),
});

/** Products and right quotients are integrated: with its pushforward alone a second operand is not multiplied. */
const tiedBy = ({ linearity }: Traits): Linearity | undefined =>
  linearity === "linear" || linearity === "leftQuotient" ? linearity : undefined;

export const ofStructured = <S>(rule: StructuredRule<S>, s: S): Operation => {
  const tangent: Operation["tangent"] = (tangents, inputs, outputs) => {
    const moved = inputs.map((x, k) => tangents[k] ?? zeros(shapeOf(x)));
    return rule.pushforward(moved, inputs, outputs, s);
  };
  return {
    linearity: tiedBy(rule.traits),
    apply: (inputs) => rule.apply(inputs, s),
    tangent,
    product: (p, q, inputs) => tangent([p], inputs, [q])[0]!,
  };
};
