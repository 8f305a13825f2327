import { clamp, leakyRelu, type Relation, type Value, where } from "@jacobian/core";
import * as fc from "fast-check";
import { e, pi, tau } from "../src/constants.ts";
import { apply } from "../src/formula/elementwise.ts";
import type { Call } from "../src/formula/formula.ts";
import { type Formula, Variable } from "../src/formula/formula.ts";
import { graphOf } from "../src/formula/graph.ts";
import { constant, variable } from "../src/formula/make.ts";
import { functionsByName, type Signature } from "../src/functions.ts";
import { polygamma } from "@jacobian/core/special";

const known = functionsByName();

/** Every function of formulas that a text can name. */
const functions: readonly Signature[] = [...known.values()].filter(({ statics }) => statics === 0);

const names = ["x", "θ", "x_1", "__proto__", "constructor", "toString", "sin", "where", "t1"];

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  fc.constantFrom(...names).map((name) => variable(name)),
  fc.constant(variable("p", { positive: true })),
  fc.constantFrom(pi, e, tau),
  fc.double().map(constant),
  fc.integer({ min: -20, max: 20 }).map(constant),
  fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => quotient(n, d)),
);

const quotient = (n: bigint, d: bigint): Formula =>
  apply(known.get("div")!.call.rule as Call["rule"], [
    constant({ n, d: 1n }),
    constant({ n: d, d: 1n }),
  ]);

/** Builds one more formula of some that are there. */
type Step = (pick: (k: number) => Formula) => Value;

const call = (signature: Signature): Step => {
  const apply = signature.call as unknown as (...args: readonly Formula[]) => Value;
  return (pick) => apply(...Array.from({ length: signature.operands! }, (_, k) => pick(k)));
};

const relations: readonly Relation[] = ["lt", "le", "gt", "ge", "eq"];

/** Arithmetic comes as often as all functions together. */
const arithmetic = ["add", "sub", "mul", "div", "pow", "neg", "square", "reciprocal"];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...arithmetic).map((name) => call(known.get(name)!)) },
  { weight: 3, arbitrary: fc.constantFrom(...functions).map(call) },
  fc.constantFrom(...relations).map(
    (relation): Step =>
      (pick) =>
        where(relation, pick(0), pick(1), pick(2), pick(3)),
  ),
  fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })).map(
    ([a, b]): Step =>
      (pick) =>
        clamp(pick(0), Math.min(a, b), Math.max(a, b)),
  ),
  fc.double().map(
    (slope): Step =>
      (pick) =>
        leakyRelu(pick(0), slope),
  ),
  fc.nat(9).map(
    (n): Step =>
      (pick) =>
        polygamma(n, pick(0)),
  ),
);

const grown = (
  leaves: readonly Formula[],
  steps: readonly (readonly [Step, readonly number[]])[],
) => {
  const all = [...leaves];
  for (const [step, picks] of steps) {
    // Elementwise primitives of scalars give scalars. Recent formulas are picked more often.
    all.push(
      step((k) => all[all.length - 1 - Math.floor(picks[k]! ** 2 * all.length)]!) as Formula,
    );
  }
  return all.at(-1)!;
};

const pick = fc.double({ min: 0, max: 0.999, noNaN: true });

/** Random formulas, with whatever a formula can have. */
export const formulas: fc.Arbitrary<Formula> = fc
  .tuple(
    fc.array(leaf, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(step, fc.tuple(pick, pick, pick, pick)), { maxLength: 14 }),
  )
  .map(([leaves, steps]) => grown(leaves, steps));

/** The variables of formulas. */
export const variablesOf = (...outputs: readonly Formula[]): readonly Formula[] =>
  graphOf(outputs).filter((x) => x instanceof Variable);
