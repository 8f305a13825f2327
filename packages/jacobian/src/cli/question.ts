import { Formula, FormulaArray, parse } from "@jacobian/symbolic";
import type { Command } from "./arguments.ts";
import { namesIn } from "./names.ts";
import { directionOf, namesOf, pointOf, variablesOf } from "./point.ts";
import { misused } from "./usage.ts";

/** What is asked: formulas, the variables to differentiate by, and where. */
export interface Question {
  readonly formulas: readonly Formula[];
  readonly names: readonly string[];
  readonly variables: readonly Formula[];
  /** Numbers of all names, if there is a point. */
  readonly at: ReadonlyMap<string, number> | undefined;
  readonly v: readonly number[] | undefined;
  readonly w: readonly number[] | undefined;
  readonly hessian: boolean;
}

/** The outputs of a text, entry by entry. @throws ParseError, also for a text without any. */
const outputsOf = (text: string): readonly Formula[] => {
  const parsed = parse(text);
  const outputs = parsed instanceof Formula || parsed instanceof FormulaArray ? [parsed] : parsed;
  return outputs.flatMap((output) => (output instanceof Formula ? [output] : output.entries));
};

const checkedPoint = (text: string, needed: readonly string[]): ReadonlyMap<string, number> => {
  const point = pointOf(text);
  const missing = needed.filter((name) => !point.has(name));
  if (missing.length === 0) return point;
  throw misused(
    `a number for each variable in --at`,
    `none for ${missing.join(", ")}`,
    `add ${missing.map((name) => `${name}=…`).join(",")}`,
  );
};

/** @throws UsageError, or ParseError with a caret. */
export const questionOf = (text: string, command: Command): Question => {
  const formulas = outputsOf(text);
  const found = namesIn(formulas);
  const chosen = command.variables === undefined ? undefined : namesOf(command.variables);
  const at =
    command.at === undefined
      ? undefined
      : checkedPoint(command.at, [...new Set([...(chosen ?? []), ...found])]);
  const names = chosen ?? (at === undefined ? found : [...at.keys()]);
  if (names.length === 0) {
    throw misused(
      "formulas with a variable",
      "none",
      "name what to differentiate by in --variables",
    );
  }
  const direction = (option: string, given: string | undefined, what: string, count: number) =>
    given === undefined ? undefined : directionOf(option, given, what, count);
  return {
    formulas,
    names,
    variables: variablesOf(names),
    at,
    v: direction("--jvp", command.jvp, "variable", names.length),
    w: direction("--vjp", command.vjp, "formula", formulas.length),
    hessian: command.hessian,
  };
};
