import { JacobianError, ParseError } from "@jacobian/core";
import {
  det,
  Formula,
  FormulaArray,
  jacobian,
  operations,
  parse,
  simplify,
  symbols,
  toJavaScript,
  toLatex,
  toPython,
  toText,
  variablesOf,
} from "@jacobian/symbolic";
import { tooLong } from "../app/fields.ts";
import type { Compilation, Compiled, Refused } from "./compiled.ts";

/** What can still be drawn sixty times a second. */
const heaviest = 5000;

/** As many letters as are set in a moment: while more are set, which is done on the page, it would stand still. */
const mostLatex = 10_000;

/** One of so many formulas as it is shown, unless it takes more than its share. */
const latexAmong =
  (count: number) =>
  (formula: Formula): string => {
    const latex = toLatex(formula);
    return count * latex.length <= mostLatex ? latex : "\\text{too long to show}";
  };

const refused = (source: string, message: string, offset = 0): Refused => ({
  ok: false,
  source,
  message,
  offset,
});

/** All formulas of what `parse` gives. */
const listed = (parsed: ReturnType<typeof parse<string>>): readonly Formula[] => {
  if (parsed instanceof Formula) return [parsed];
  if (parsed instanceof FormulaArray) return parsed.entries;
  return parsed.flatMap((each) => (each instanceof Formula ? [each] : each.entries));
};

const rowsOf = <T>(
  { shape, entries }: FormulaArray,
  of: (formula: Formula) => T,
): readonly T[][] => {
  const [rows = 0, cols = 0] = shape;
  return Array.from({ length: rows }, (_, i) => entries.slice(i * cols, (i + 1) * cols).map(of));
};

const codeOf = (matrix: FormulaArray<2>, variables: readonly Formula[]) => ({
  latex: toLatex(matrix),
  javascript: toJavaScript(matrix, variables),
  python: toPython(matrix, variables),
});

const compiled = (
  source: string,
  outputs: readonly Formula[],
  variables: readonly Formula[],
): Compiled => {
  const matrix = simplify(jacobian(outputs, variables));
  const isSquare = outputs.length === variables.length;
  const determinant = isSquare ? simplify(det(matrix)) : undefined;
  const latex = latexAmong(outputs.length + matrix.entries.length + 1);
  return {
    ok: true,
    source,
    variables: variables.map(toText),
    outputs: outputs.map(toText),
    jacobian: rowsOf(matrix, toText),
    determinant: determinant && toText(determinant),
    latex: {
      outputs: outputs.map(latex),
      variables: variables.map(toLatex),
      jacobian: rowsOf(matrix, latex),
      determinant: determinant && latex(determinant),
    },
    code: codeOf(matrix, variables),
    operations: operations(...outputs, ...matrix.entries),
  };
};

/** Reads a map and differentiates it. Whatever is wrong with the text is told, not thrown. */
export const compile = (source: string, names: string): Compilation => {
  const long = tooLong(source);
  if (long !== undefined) return refused(source, long);
  try {
    const given = names.trim() === "" ? undefined : symbols(names);
    const parsed = parse(source, given === undefined ? {} : { variables: given });
    const outputs = listed(parsed);
    const variables = given ?? variablesOf([...outputs]);
    if (outputs.length === 0)
      return refused(source, "Write a formula for each output, with ; between them.");
    if (variables.length === 0)
      return refused(source, "There is no variable in it: every derivative is 0.");
    const result = compiled(source, outputs, variables);
    if (result.operations <= heaviest) return result;
    return refused(
      source,
      `It takes ${result.operations} operations; up to ${heaviest} can be drawn while you drag.`,
    );
  } catch (error) {
    if (error instanceof ParseError) return refused(source, error.message, error.offset);
    if (error instanceof JacobianError) return refused(source, error.message);
    throw error;
  }
};
