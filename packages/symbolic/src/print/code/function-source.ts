import { type Container, describe, DomainError } from "@jacobian/core";
import { lowered } from "../../evaluate/lowered.ts";
import { checkParameters, placesOf } from "../../evaluate/names.ts";
import { numberOf } from "../../evaluate/number-function.ts";
import { formulasOf } from "../../formula/container.ts";
import { Call, type Formula, Variable } from "../../formula/formula.ts";
import { functionName, Names } from "./names.ts";
import type { Table } from "./operators.ts";
import { atomOf, called, type Piece, type Template } from "./piece.ts";
import { planOf } from "./plan.ts";
import { written } from "./write.ts";

/** What a printer of source takes beside formulas and variables. */
export interface SourceOptions {
  /** The name of the function: "f" if not said. */
  readonly name?: string;
  /** What primitives of your own are called in the source, by their names. */
  readonly functions?: Readonly<Record<string, string>>;
}

/** How a language is written. */
export interface Language {
  /** The door that was called. */
  readonly operation: string;
  readonly table: Table;
  /** What no variable may be called. */
  readonly reserved: ReadonlySet<string>;
  readonly number: (x: number) => Piece;
}

/** What a function is put together of. */
export interface FunctionSource {
  readonly name: string;
  /** The names of the variables. */
  readonly parameters: readonly string[];
  /** Names and sources of what is used more than once. */
  readonly statements: readonly (readonly [name: string, source: string])[];
  /** The source of each output, in container order. */
  readonly outputs: readonly string[];
  /** The rules that are used. */
  readonly rules: ReadonlySet<unknown>;
}

/** How a primitive of the user is called. */
const ownTemplate = (
  { operation, reserved }: Language,
  { rule, s }: Call,
  functions: Readonly<Record<string, string>>,
): Template => {
  const name = Object.hasOwn(functions, rule.name) ? functions[rule.name] : undefined;
  if (name === undefined) {
    throw new DomainError(
      `${operation}: expected functions of core, got the primitive ${describe(rule.name)}; say what it is called in the source, { functions: { … } }, and define it there`,
    );
  }
  if (s !== undefined) {
    throw new DomainError(
      `${operation}: expected primitives without static arguments, got ${describe(rule.name)} with ${describe(s)}; make one primitive for each of these`,
    );
  }
  return called(functionName(operation, name, reserved));
};

/**
 * The parts of the source of a function: linear in the size of the graph.
 * @throws DomainError for a variable that is missing, more variables than a function may have, a name that is none,
 * or a primitive that the language has not.
 */
export const functionSource = (
  language: Language,
  formulas: Container,
  variables: Container,
  options: SourceOptions,
): FunctionSource => {
  const { operation, table, reserved } = language;
  const { functions = {} } = options;
  const name = functionName(operation, options.name ?? "f", reserved);
  const outputs = lowered(formulasOf(operation, formulas));
  const places = placesOf(operation, outputs, formulasOf(operation, variables));
  checkParameters(operation, places.size, "print parts of the formulas one by one");
  const names = new Names([...reserved, name, ...Object.values(functions)]);
  const parameters = new Map([...places.keys()].map((x) => [x, names.like(x)]));
  const plan = planOf(outputs, (rule) => table.get(rule)?.repeats === true);
  const temporaries = new Map<Formula, string>();
  for (const x of plan.named) temporaries.set(x, names.like(`t${temporaries.size}`));
  const refer = (x: Formula): Piece => {
    if (x instanceof Variable) return atomOf(parameters.get(x.name)!);
    return x instanceof Call ? atomOf(temporaries.get(x)!) : language.number(numberOf(x)!);
  };
  const template = (call: Call): Template =>
    table.get(call.rule) ?? ownTemplate(language, call, functions);
  const { source, output } = written(plan, { template, refer });
  return {
    name,
    parameters: [...parameters.values()],
    statements: [...temporaries].map(([x, temporary]) => [temporary, source(x)] as const),
    outputs: outputs.map((y) => output(y).text),
    rules: new Set(plan.graph.flatMap((x) => (x instanceof Call ? [x.rule] : []))),
  };
};
