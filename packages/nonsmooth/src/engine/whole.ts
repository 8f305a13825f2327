import {
  type StructuredRule,
  type Value,
  add,
  amax,
  amin,
  norm2,
  shapeOf,
  stack,
  value,
} from "@jacobian/core";
import { eigenvalues } from "./eigenvalues.ts";
import { extreme } from "./extremes.ts";
import type { Policy } from "./kink.ts";
import { length } from "./lengths.ts";
import type { Axis, Reduced } from "./lines.ts";

/** The reductions that have kinks. */
const reductionOf = (rule: unknown): Reduced | undefined => {
  if (rule === amax.rule) return extreme(1);
  if (rule === amin.rule) return extreme(-1);
  return rule === norm2.rule ? length : undefined;
};

/** What a function of whole values is, if it is known to have kinks and stands at one. */
export const reduced = <S>(
  policy: Policy,
  rule: StructuredRule<S>,
  inputs: readonly Value[],
  s: S,
): readonly Value[] | undefined => {
  const [x = NaN] = inputs;
  const spectrum =
    policy.leavesEigenvalues === true ? undefined : rule.traits.spectrum?.(inputs, s);
  if (spectrum !== undefined) {
    const moving = eigenvalues(policy, rule.name, spectrum);
    if (moving === undefined) return undefined;
    const [y = NaN, ...others] = rule.apply(
      inputs.map((input) => value(input)),
      s,
    );
    return [add(y, typeof y === "number" ? moving[0]! : stack(moving, shapeOf(y))[0]!), ...others];
  }
  const reduction = reductionOf(rule);
  if (reduction === undefined) return undefined;
  const y = reduction(policy, rule.name, x, rule.apply(inputs, s)[0]!, s as Axis);
  return y === undefined ? undefined : [y];
};
