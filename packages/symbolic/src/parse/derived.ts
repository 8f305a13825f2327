import { operandsOf, type Signature } from "../functions.ts";
import { apply } from "../formula/elementwise.ts";
import { Call, type Formula } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { entriesOf } from "../formula/lift.ts";
import { variable } from "../formula/make.ts";
import type { Rule } from "../formula/rule.ts";
import { staticsOf } from "../print/statics.ts";
import type { Value } from "@jacobian/core";

/** The derivatives of a rule at variables, or the pieces it is put together from. */
const derivatives = (rule: Rule, s: unknown): readonly Value[] => {
  const operands = ["a", "b", "c", "d"].slice(0, operandsOf(rule)).map((name) => variable(name));
  const [a, b] = operands;
  if (rule.kind === "locallyConstant" || a === undefined) return [];
  if (rule.kind === "piecewise") return rule.pieces.map((piece) => piece(operands, s));
  const y = apply(rule, operands, s);
  if (rule.kind === "unary") return rule.smooth === undefined ? [] : [rule.smooth.partial(a, y, s)];
  return rule.smooth === undefined || b === undefined
    ? []
    : rule.smooth.partials.map((partial) => partial(a, b, y, s));
};

const signature = ({ rule, s }: Call): Signature => ({
  // As `apply` takes them: formulas, then the static argument.
  call: ((...args: readonly unknown[]) => {
    const n = operandsOf(rule);
    return apply(rule, args.slice(0, n) as readonly Formula[], args[n]);
  }) as Signature["call"],
  operands: operandsOf(rule),
  statics: staticsOf(s).length,
});

/**
 * What has no name among the functions given but stands in their derivatives, or in those of these: sech
 * in that of tanh. So what differentiation makes can be read back, and no list of it is kept.
 */
export const derivedFunctions = (known: ReadonlyMap<string, Signature>): Map<string, Signature> => {
  const found = new Map<string, Signature>();
  const queue: (readonly [Rule, unknown])[] = [];
  for (const [name, { call, statics }] of known) {
    // What a table of functions without static arguments has is a function of formulas, or a primitive.
    const rule = call.rule as Rule | undefined;
    if (rule?.name === name && statics === 0) queue.push([rule, undefined]);
  }
  for (const [rule, s] of queue) {
    for (const formula of graphOf(derivatives(rule, s).flatMap(entriesOf))) {
      if (!(formula instanceof Call)) continue;
      const { name } = formula.rule;
      if (known.has(name) || found.has(name) || name === "where") continue;
      found.set(name, signature(formula));
      queue.push([formula.rule, formula.s]);
    }
  }
  return found;
};
