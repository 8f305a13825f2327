import type { Container } from "@jacobian/core";
import { formulasOf } from "./formula/container.ts";
import { type Formula, Variable } from "./formula/formula.ts";
import { inOrderOfUse } from "./formula/order-of-use.ts";

/**
 * The variables that formulas are made of, each once, in the order in which a reader meets them.
 * @throws OperatorError for what is no value.
 * @example
 * const [r, theta] = symbols("r theta");
 * const variables = variablesOf(parse("r^2*theta/2")); // [r, theta]
 * variables[0] === r && variables[1] === theta; // true
 */
export const variablesOf = (x: Container): readonly Formula[] =>
  inOrderOfUse(formulasOf("variablesOf", x)).filter((formula) => formula instanceof Variable);
