import type { Scalar } from "jacobian";
import {
  Call,
  evaluate,
  type Formula,
  parse,
  symbols,
  toGeneric,
  toLatex,
  toText,
  Variable,
  variablesOf,
} from "@jacobian/symbolic";
import type { Compiled } from "../../model/compiled.ts";

/** One line of the program that a map is: an input, an operation, or a number that is an output. */
export interface Line {
  /** Its name: that of the variable, else v1, v2, … */
  readonly name: string;
  readonly nameTex: string;
  /** What it does with the lines before, as `r*v1`; nothing for an input. */
  readonly text: string | undefined;
  readonly tex: string | undefined;
  /** The lines that it is computed from, each once. */
  readonly operands: readonly number[];
  /** The operation alone, as a function of its operands; an input has none. */
  readonly apply: ((operands: readonly Scalar[]) => Scalar) | undefined;
}

/** A map as a list of lines, each made of earlier ones. */
export interface Program {
  readonly lines: readonly Line[];
  /** Which line each output is. */
  readonly outputs: readonly number[];
  /** So many lines stand first, one for each variable. */
  readonly inputs: number;
}

/** All that the formulas are made of and that varies, operands first, and the formulas themselves. */
const partsOf = (outputs: readonly Formula[]): readonly Formula[] => {
  const seen = new Set(outputs);
  // A set is walked in the order of insertion, and what is added on the way is still to come.
  for (const formula of seen) for (const operand of formula.operands) seen.add(operand);
  return [...seen]
    .filter(
      (part) =>
        !(part instanceof Variable) && (outputs.includes(part) || variablesOf(part).length > 0),
    )
    .sort((a, b) => a.order - b.order);
};

/** What no variable's name begins with. */
const prefixFor = (variables: readonly Formula[]): string =>
  ["v", "w", "z", "step"].find(
    (prefix) => !variables.some((x) => new RegExp(`^${prefix}\\d`, "u").test(toText(x))),
  ) ?? "line";

/** The operation that makes a formula, with names in the place of operands. */
const operationOf = (
  formula: Formula,
  nameOf: (operand: Formula) => Formula | undefined,
): Pick<Line, "text" | "tex" | "apply"> => {
  if (!(formula instanceof Call)) {
    return { text: toText(formula), tex: toLatex(formula), apply: () => evaluate(formula, {}) };
  }
  const named = formula.operands.map((operand) => nameOf(operand) ?? operand);
  const operation = new Call(formula.rule, named, formula.s);
  const variables: readonly Formula[] = [...new Set(formula.operands)].flatMap(
    (operand) => nameOf(operand) ?? [],
  );
  const apply = toGeneric([operation], variables);
  return {
    text: toText(operation),
    tex: toLatex(operation),
    apply: (operands) => apply(operands)[0],
  };
};

/** The program of a compiled map. */
export const programOf = (compiled: Compiled): Program => {
  const variables: readonly Formula[] = symbols(compiled.variables.join(" "));
  const outputs = compiled.outputs.map(
    // Each is the text of one scalar.
    (each) => parse<string>(each, { variables }) as Formula,
  );
  const parts = partsOf(outputs);
  const prefix = prefixFor(variables);
  const formulas = [...variables, ...parts];
  const names: readonly Formula[] = [
    ...variables,
    ...parts.flatMap((_, k) => symbols(`${prefix}${k + 1}`)),
  ];
  const places = new Map(formulas.map((formula, k) => [formula, k]));
  const nameOf = (operand: Formula) => {
    const place = places.get(operand);
    return place === undefined ? undefined : names[place];
  };
  return {
    lines: formulas.map((formula, k) => ({
      name: toText(names[k]!),
      nameTex: toLatex(names[k]!),
      operands: [...new Set(formula.operands)].flatMap((operand) => places.get(operand) ?? []),
      ...(k < variables.length
        ? { text: undefined, tex: undefined, apply: undefined }
        : operationOf(formula, nameOf)),
    })),
    outputs: outputs.map((output) => places.get(output)!),
    inputs: variables.length,
  };
};
