import { type Matrix, describe } from "@jacobian/core";
import { type FormulaArray, toText } from "@jacobian/symbolic";
import type { Derived } from "./derived.ts";
import { type Numbers, placeText } from "./numbers.ts";
import type { Question } from "./question.ts";

type Rows = readonly (readonly string[])[];

/** Lines of a matrix, its columns one below the other. */
const matrixLines = (rows: Rows): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, j) => Math.max(...rows.map((row) => row[j]!.length)));
  return rows.map((row) => `[${row.map((entry, j) => entry.padStart(widths[j]!)).join("  ")}]`);
};

export const formulaRows = (A: FormulaArray<2>): Rows => {
  const cols = A.shape[1] ?? 0;
  return Array.from({ length: A.shape[0] ?? 0 }, (_, i) =>
    A.entries.slice(i * cols, (i + 1) * cols).map((entry) => toText(entry)),
  );
};

const numberRows = (A: Matrix): Rows => A.toJSON().map((row) => row.map((x) => describe(x)));

const listed = (numbers: readonly number[]): string => numbers.map((x) => describe(x)).join(", ");

const section = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  ...lines.map((line) => `  ${line}`),
  "",
];

/** Why there is no determinant, and what there is in its place. */
const scaleTitle = ([rows, cols]: readonly number[]): string => {
  if (rows === cols) return "Determinant";
  const size = `${rows}×${cols}`;
  return rows! > cols!
    ? `No determinant, since the Jacobian is ${size}; its volume factor √det(JᵀJ)`
    : `No determinant, since the Jacobian is ${size}: a map to fewer dimensions has no volume factor`;
};

const numberLines = ({ jacobian: J, ...numbers }: Numbers): readonly string[] => {
  const { qualities, hessians = [] } = numbers;
  const optional = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`${name.padEnd(17)}${text}`];
  const scaleName = J.rows === J.cols ? "Determinant" : "Volume factor";
  return [
    ...optional("Value", listed(numbers.value)),
    "Jacobian",
    ...matrixLines(numberRows(J)).map((line) => `  ${line}`),
    ...optional(scaleName, qualities?.scale === undefined ? undefined : describe(qualities.scale)),
    ...optional("Rank", qualities && String(qualities.rank)),
    ...optional("Condition", qualities && describe(qualities.condition)),
    ...optional("Singular values", qualities && listed(qualities.singularValues)),
    ...hessians.flatMap((H, k) => [
      `Hessian of formula ${k + 1}`,
      ...matrixLines(numberRows(H)).map((line) => `  ${line}`),
    ]),
    ...optional("J·v", numbers.jvp && listed(numbers.jvp)),
    ...optional("wᵀ·J", numbers.vjp && listed(numbers.vjp)),
  ];
};

/** The answer for people. */
export const textOf = (
  { formulas, names }: Question,
  { jacobian: J, scale, hessians = [] }: Derived,
  numbers: Numbers | undefined,
): string => {
  const lines = [
    ...section(
      "Formulas",
      formulas.map((formula) => toText(formula)),
    ),
    ...section(`Jacobian, by ${names.join(", ")}`, matrixLines(formulaRows(J))),
    ...section(scaleTitle(J.shape), scale ? [toText(scale.formula)] : []),
    ...hessians.flatMap((H, k) =>
      section(`Hessian of formula ${k + 1}`, matrixLines(formulaRows(H))),
    ),
    ...(numbers ? section(`At ${placeText(numbers.point)}`, numberLines(numbers)) : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
};
