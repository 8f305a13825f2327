import type { Operand } from "./operands.ts";
import type { RandomProgram } from "./random-program.ts";
import { outputsOf } from "./random-program.ts";
import { literal } from "./source-text.ts";

interface Written {
  /** The text that stands for each value. */
  readonly values: readonly string[];
  readonly lines: readonly string[];
}

const operandText = ({ from, averaged, near }: Operand, values: readonly string[]): string => {
  const value = values[from] ?? "";
  const x = averaged ? `mean(${value})` : value;
  return near === undefined ? x : `near(${literal(near.at)}, ${x})`;
};

const timesRead = ({ applications }: RandomProgram, value: number): number =>
  applications.flatMap(({ operands }) => operands).filter(({ from }) => from === value).length;

/** What is read once stands where it is read; the rest has a name, as has a list of results. */
const written = (program: RandomProgram): Written => {
  const inputs = program.inputs.map((_, k) => `x${k}`);
  return program.applications.reduce<Written>(
    ({ values, lines }, { operation, operands, results }) => {
      const text = operation.text(operands.map((operand) => operandText(operand, values)));
      if (results.length === 1 && timesRead(program, values.length) <= 1) {
        return { values: [...values, text], lines };
      }
      const names = results.map((_, k) => `y${values.length + k - inputs.length}`);
      const left = results.length === 1 ? (names[0] ?? "") : `[${names.join(", ")}]`;
      return { values: [...values, ...names], lines: [...lines, `const ${left} = ${text};`] };
    },
    { values: inputs, lines: [] },
  );
};

/**
 * The program as source text. `near(at, x)` is at + reach·sin(x), as in near.ts; a
 * function of several values or results takes or gives them in order, a static argument last.
 */
export const print = (program: RandomProgram): string => {
  const { values, lines } = written(program);
  const outputs = outputsOf(program).map((k) => values[k] ?? "");
  const head = `([${program.inputs.map((_, k) => `x${k}`).join(", ")}]) =>`;
  const result = `[${outputs.join(", ")}]`;
  return lines.length === 0
    ? `${head} ${result}`
    : [`${head} {`, ...lines.map((line) => `  ${line}`), `  return ${result};`, "}"].join("\n");
};

/** The input as source text. */
export const printInput = ({ inputs }: RandomProgram): string => literal(inputs);
