import type { StructuredRule, Value } from "@jacobian/core";
import { shapeOf, zeros } from "@jacobian/core";
import { pullBack } from "./pull.ts";

/**
 * The pullback that follows from a pushforward: the pushforward is linear in the tangents, so its own
 * vector–Jacobian product, anywhere, is its transpose.
 */
export const transpose =
  <S>(pushforward: StructuredRule<S>["pushforward"]) =>
  (
    bars: readonly Value[],
    inputs: readonly Value[],
    outputs: readonly Value[],
    s: S,
  ): readonly Value[] => {
    const linear = (tangents: readonly Value[]): readonly Value[] =>
      pushforward(tangents, inputs, outputs, s);
    const nothing = inputs.map((x) => zeros(shapeOf(x)));
    // Adjoints come in the container of the tangents: a list of values.
    return pullBack("pullback", linear, nothing, bars) as readonly Value[];
  };
