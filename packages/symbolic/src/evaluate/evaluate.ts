import { type Container, describe, DomainError } from "@jacobian/core";
import { formulasOf } from "../formula/container.ts";
import type { Formula } from "../formula/formula.ts";
import { type Pairs, pairsOf } from "../pairs.ts";
import { lowered } from "./lowered.ts";
import { nameOf, namesIn } from "./names.ts";
import { programOf } from "./program.ts";
import { type ResultOf, resultLike } from "./results.ts";

/** What numbers variables stand for: by name, or pairs of a variable or its name and a number. */
export type Values = Pairs<string | Formula, number>;

const numbersOf = (values: Values): ReadonlyMap<string, unknown> =>
  new Map(
    pairsOf("evaluate", values).map(([x, number]) => [
      typeof x === "string" ? x : nameOf("evaluate", x),
      number,
    ]),
  );

const numberFor = (name: string, numbers: ReadonlyMap<string, unknown>): number => {
  const x = numbers.get(name);
  if (typeof x === "number") return x;
  const got = numbers.has(name)
    ? describe(x)
    : `none among ${[...numbers.keys()].join(", ") || "no values"}`;
  throw new DomainError(
    `evaluate: expected a number for the variable ${name}, got ${got}; give one for each variable`,
  );
};

/**
 * The numbers that formulas come to at values of their variables, in the same container; each
 * subformula is computed once. To evaluate often, make a function with `toFunction`.
 * @throws DomainError naming a variable without a number, or for values that are neither named nor in pairs.
 * @example
 * const [r, theta] = symbols("r theta");
 * evaluate([mul(r, cos(theta)), square(r)], { r: 2, theta: 0 }); // [ 2, 4 ]
 */
export const evaluate = <const Y extends Container>(x: Y, values: Values): ResultOf<Y> => {
  const outputs = lowered(formulasOf("evaluate", x));
  const names = [...namesIn(outputs)];
  const numbers = numbersOf(values);
  const inputs = names.map((name) => numberFor(name, numbers));
  const places = new Map(names.map((name, k) => [name, k]));
  const program = programOf(outputs, names.length, (name) => places.get(name)!);
  program.slots.set(inputs);
  const y = new Float64Array(outputs.length);
  program.run(program.slots, y);
  // The same structure, each leaf as plain as its shape says.
  return resultLike("evaluate", x, y) as ResultOf<Y>;
};
