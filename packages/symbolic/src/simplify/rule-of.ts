import { erased, type Rule } from "../formula/rule.ts";

/** The rule of a primitive, without the type of its static argument. */
export const ruleOf = (primitive: { readonly rule: unknown }): Rule =>
  // Every primitive asked for here is one of scalars.
  erased(primitive.rule as never);
