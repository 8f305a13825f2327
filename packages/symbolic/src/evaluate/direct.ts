import type { Container, Shape } from "@jacobian/core";
import { Call, type Formula, Variable } from "../formula/formula.ts";
import { javascriptNumber } from "../print/code/javascript-table.ts";
import { atomOf, type Piece } from "../print/code/piece.ts";
import type { Plan } from "../print/code/plan.ts";
import { written } from "../print/code/write.ts";
import type { EngineLanguage } from "./language.ts";
import { numberOf } from "./number-function.ts";
import { ResultSource } from "./result-source.ts";
import type { Signature } from "./signature.ts";

/** Whether what is given as out is an array of that shape. */
const fitting = ([rows, cols]: Shape): string =>
  cols === undefined
    ? `(out instanceof Float64Array && out.length === ${rows})`
    : `(out instanceof Matrix && out.rows === ${rows} && out.cols === ${cols})`;

/** The condition under which the arguments are wrong. */
const isWrong = ({ names, isVector, out }: Signature): string => {
  const inputs = isVector
    ? ["!(x instanceof Float64Array)", `x.length !== ${names.length}`]
    : names.map((_, k) => `typeof x${k} !== "number"`);
  const most = (isVector ? 1 : names.length) + (out === undefined ? 0 : 1);
  const others = out === undefined ? [] : [`out !== undefined && !${fitting(out)}`];
  return [...inputs, `arguments.length > ${most}`, ...others].join(" || ");
};

/** The source of one function with all statements; inputs are read before any output is written. */
export const directSource = (
  y: Container,
  outputs: readonly Formula[],
  plan: Plan,
  signature: Signature,
  language: EngineLanguage,
  placeOf: (name: string) => number,
): string => {
  const temporaries = new Map([...plan.named].map((x, k) => [x, `t${k}`]));
  const used = new Set<number>();
  const refer = (x: Formula): Piece => {
    if (x instanceof Call) return atomOf(temporaries.get(x)!);
    if (!(x instanceof Variable)) return javascriptNumber(numberOf(x)!);
    used.add(placeOf(x.name));
    return atomOf(`x${placeOf(x.name)}`);
  };
  const { source, output } = written(plan, { template: language.template, refer });
  const statements = [...temporaries].map(([x, name]) => `const ${name} = ${source(x)};`);
  let k = 0;
  const result = new ResultSource(() => output(outputs[k++]!).text);
  const { names, isVector, out } = signature;
  const value = out === undefined ? result.fresh(y) : result.given(out);
  const reads = isVector ? [...used].map((i) => `const x${i} = x[${i}];`) : [];
  const inputs = isVector ? ["x"] : names.map((_, i) => `x${i}`);
  return [
    `return function (${[...inputs, ...(out === undefined ? [] : ["out"])].join(", ")}) {`,
    `if (${isWrong(signature)}) check(arguments);`,
    ...reads,
    ...statements,
    ...result.lines,
    `return ${value};`,
    "};",
  ].join("\n");
};
