import { type Container, vector } from "@jacobian/core";
import { symbols, toLatex } from "@jacobian/symbolic";
import type { Derived } from "./derived.ts";
import type { Numbers } from "./numbers.ts";
import type { Question } from "./question.ts";

const equation = (left: string, right: Container): string => `${left} = ${toLatex(right)}`;

const numberEquations = (numbers: Numbers, names: readonly string[]): readonly string[] => {
  const place = names.map((name) => toLatex(numbers.point.get(name) ?? NaN)).join(", ");
  const { qualities, jacobian: J, hessians = [] } = numbers;
  const scale = qualities?.scale;
  return [
    equation(`f(${place})`, vector(numbers.value)),
    equation(`J(${place})`, J),
    ...(scale === undefined ? [] : [equation(scaleName(J.rows === J.cols), scale)]),
    ...hessians.map((H, k) => equation(`H_{${k + 1}}(${place})`, H)),
    ...(numbers.jvp ? [equation("J v", vector(numbers.jvp))] : []),
    ...(numbers.vjp ? [equation("J^T w", vector(numbers.vjp))] : []),
  ];
};

const scaleName = (isSquare: boolean): string => (isSquare ? "\\det J" : "\\sqrt{\\det J^T J}");

/** The answer for a document: an equation on each line. */
export const latexOf = (
  { formulas, names }: Question,
  { jacobian, scale, hessians = [] }: Derived,
  numbers: Numbers | undefined,
): string => {
  const variables = symbols(names.join(" ")).map(toLatex).join(", ");
  return [
    equation(`f(${variables})`, vector(formulas)),
    equation(`J(${variables})`, jacobian),
    ...(scale ? [equation(scaleName(scale.kind === "determinant"), scale.formula)] : []),
    ...hessians.map((H, k) => equation(`H_{${k + 1}}(${variables})`, H)),
    ...(numbers ? numberEquations(numbers, names) : []),
    "",
  ].join("\n");
};
