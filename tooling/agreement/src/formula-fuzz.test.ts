import { leavesOf, UndecidedError } from "@jacobian/core";
import * as symbolic from "@jacobian/symbolic";
import { random } from "@tooling/conformance";
import { cases } from "@tooling/vitest/cases";
import { holds } from "@tooling/vitest/holds";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inner, jvp, mixed, vjp } from "./engines.ts";
import type { AnyFunction } from "./engines.ts";
import { traced } from "./formulas.ts";
import type { Traced } from "./formulas.ts";
import { differ, failures, largest, numbersOf, shapedLike } from "./numbers.ts";
import type { Plan } from "./plans.ts";
import { plans } from "./plans.ts";
import { print, printInput } from "./program-text.ts";
import type { RandomProgram } from "./random-program.ts";
import { programOf, run } from "./random-program.ts";

// Random programs of the whole table, read as formulas: their derivatives are those of dual and tape. Those
// with a function that has no formula are left out.

const runs = cases(200, 5000);

/** Relative to the largest derivative on the way. */
const rounding = 1e-10;

/** The formulas of a program, unless a function of it has none. */
const formulasOf = (f: AnyFunction, x: unknown): Traced | undefined => {
  try {
    return traced(f, x);
  } catch (error) {
    if (error instanceof UndecidedError) return undefined;
    throw error;
  }
};

/** By which formulas and engines differ in J·v, Jᵀ·w and ∂²⟨w, f⟩/∂v∂u. */
const disagreements = (
  { inputs: x }: RandomProgram,
  f: AnyFunction,
  formulas: Traced,
  seed: number,
) => {
  const draw = random(~seed);
  const v = numbersOf(x).map(draw);
  const u = v.toReversed();
  const { variables, at, outputs } = formulas;
  const [direction, other] = [shapedLike(x, v), shapedLike(x, u)];
  const { value, tangent } = jvp(f, x, direction);
  const w = shapedLike(value, numbersOf(value).map(draw));
  const weighted = inner(w, outputs);
  const gradient = symbolic.gradient(weighted, variables);
  const slope = symbolic.directional(weighted, variables, v);
  const expected = {
    tangent: numbersOf(tangent),
    cotangent: numbersOf(vjp(f, x, w).cotangent),
    second: numbersOf(inner(w, mixed(f, x, direction, other).second)),
  };
  const got = {
    tangent: at(symbolic.directional(leavesOf("outputs", outputs), variables, v)),
    cotangent: at(gradient),
    second: at(symbolic.directional(slope, variables, u)),
  };
  const backward = at(symbolic.directional(gradient, variables, v));
  const size = 1 + largest([...numbersOf(value), ...expected.tangent, ...expected.cotangent]);
  const scale = rounding * (size + largest(expected.second)) * (1 + numbersOf(value).length);
  const along = backward.reduce((sum, entry, k) => sum + entry * (u[k] ?? NaN), 0);
  return [
    ...differ("J·v by dual and by formulas", expected.tangent, got.tangent, scale),
    ...differ("Jᵀ·w by tape and by formulas", expected.cotangent, got.cotangent, scale),
    ...differ("second order by dual and by formulas", expected.second, got.second, scale),
    ...differ("second order forward over reverse", expected.second, [along], scale),
  ];
};

let compared = 0;

const findings = (plan: Plan): string[] =>
  failures("program", () => {
    const program = programOf(plan);
    const f = run(program);
    const formulas = formulasOf(f, program.inputs);
    if (formulas === undefined) return [];
    compared++;
    return disagreements(program, f, formulas, plan.seed);
  });

const report = (plan: Plan): string => {
  const program = programOf(plan);
  return [print(program), `at ${printInput(program)}`, ...findings(plan)].join("\n");
};

test(
  `the derivatives of ${runs} random formulas are those of dual and tape`,
  { timeout: 200 * runs },
  () => {
    const right = fc.property(plans, (plan) => compared >= runs || findings(plan).length === 0);
    const { counterexample } = fc.check(right, { numRuns: 20 * runs, seed: 20 });
    expect(counterexample?.map(report).join("\n") ?? "").toBe("");
    expect(compared).toBe(runs);
  },
);

holds(
  "programs: formulas, dual and tape agree",
  fc.property(plans, (plan) => findings(plan).length === 0),
  { few: 50, many: 1000, print: report },
);
