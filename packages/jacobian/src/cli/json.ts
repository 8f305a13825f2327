import { toText } from "@jacobian/symbolic";
import type { Derived } from "./derived.ts";
import type { Numbers } from "./numbers.ts";
import type { Question } from "./question.ts";
import { formulaRows } from "./text.ts";

/** JSON has no NaN and no infinity. */
const written = (_key: string, x: unknown): unknown =>
  typeof x === "number" && !Number.isFinite(x) ? String(x) : x;

const numbersJson = ({ point, qualities, problems, ...numbers }: Numbers) => {
  const { scale, ...rest } = qualities ?? {};
  const J = numbers.jacobian;
  return {
    point: Object.fromEntries(point),
    ...numbers,
    ...(scale === undefined ? {} : { [J.rows === J.cols ? "determinant" : "volume"]: scale }),
    ...rest,
    problems,
  };
};

/** The answer for programs; what was not asked for, or does not exist, is left out. */
export const jsonOf = (
  { formulas, names }: Question,
  { jacobian, scale, hessians }: Derived,
  numbers: Numbers | undefined,
): string => {
  const answer = {
    variables: names,
    formulas: formulas.map((formula) => toText(formula)),
    jacobian: formulaRows(jacobian),
    ...(scale && { [scale.kind]: toText(scale.formula) }),
    hessians: hessians?.map(formulaRows),
    at: numbers && numbersJson(numbers),
  };
  return `${JSON.stringify(answer, written, 2)}\n`;
};
