import { leavesOf, mapLeaves, shapeOf, sizeOf, stack } from "@jacobian/core";
import * as symbolic from "@jacobian/symbolic";
import type { AnyFunction } from "./engines.ts";
import { numbersOf } from "./numbers.ts";

/** A function read as formulas, and the place of its input among their variables. */
export interface Traced {
  /** What the function gives, in its own container. */
  readonly outputs: unknown;
  /** The input as formulas, and the variables that stand for its numbers. */
  readonly lifted: unknown;
  readonly variables: readonly symbolic.Formula[];
  /** The numbers that formulas come to at the input. */
  readonly at: (formulas: unknown) => number[];
}

/** The input with a variable for each of its numbers. */
const symbolsFor = (x: unknown): { variables: symbolic.Formula[]; lifted: unknown } => {
  const variables: symbolic.Formula[] = [];
  const lifted = mapLeaves("trace", x, (leaf) => {
    const own = Array.from({ length: sizeOf(shapeOf(leaf)) }, (_, k) => {
      const name = "v".concat(String(variables.length + k));
      return symbolic.symbols(name);
    }).flat();
    variables.push(...own);
    return shapeOf(leaf).length === 0 ? own[0] : stack(own, shapeOf(leaf))[0];
  });
  return { variables, lifted };
};

/** @throws UndecidedError where the function branches, or has no formula. */
export const traced = (f: AnyFunction, x: unknown): Traced => {
  const { variables, lifted } = symbolsFor(x);
  const numbers = numbersOf(x);
  const values = variables.map((v, k) => [v, numbers[k]!] as const);
  return {
    outputs: f(lifted),
    lifted,
    variables,
    at: (formulas) => {
      const entries = leavesOf("evaluate", formulas);
      return numbersOf(symbolic.evaluate(entries, values));
    },
  };
};

/** The Jacobian of all outputs, as formulas. */
export const jacobianOf = ({ outputs, variables }: Traced): symbolic.FormulaArray<2> =>
  symbolic.jacobian(leavesOf("outputs", outputs), variables);
