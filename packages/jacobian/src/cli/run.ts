import { JacobianError } from "@jacobian/core";
import { type Command, commandOf } from "./arguments.ts";
import { derivedFrom } from "./derived.ts";
import { jsonOf } from "./json.ts";
import { latexOf } from "./latex.ts";
import { numbersAt } from "./numbers.ts";
import { questionOf } from "./question.ts";
import { textOf } from "./text.ts";
import { help, misused, UsageError } from "./usage.ts";

/** What the program reads beside its arguments. */
export interface Surroundings {
  /** @throws with a message of the system if there is no such file. */
  readonly readFile: (path: string) => string;
  /** All of standard input; undefined if that is a terminal. */
  readonly readInput: () => string | undefined;
  readonly version: () => string;
}

/** What the program says. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: 0 | 1 | 2;
}

const fileText = (path: string, { readFile }: Surroundings): string => {
  try {
    return readFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw misused("a file that can be read", reason, "see --file");
  }
};

const textFor = ({ formulas, file }: Command, surroundings: Surroundings): string => {
  const given = formulas === "-" ? undefined : formulas;
  const text =
    file === undefined ? (given ?? surroundings.readInput()) : fileText(file, surroundings);
  if (text !== undefined && text.trim() !== "") return text;
  throw misused("formulas", "none", 'give such as "r*cos(t); r*sin(t)", or see jacobian --help');
};

const forms = { text: textOf, json: jsonOf, latex: latexOf };

const answered = (command: Command, surroundings: Surroundings): Outcome => {
  const question = questionOf(textFor(command, surroundings), command);
  const derived = derivedFrom(question);
  const numbers = question.at && numbersAt(question, question.at);
  const problems = numbers?.problems ?? [];
  return {
    stdout: forms[command.form](question, derived, numbers),
    stderr: problems.map((problem) => `jacobian: ${problem}\n`).join(""),
    code: problems.length > 0 ? 1 : 0,
  };
};

const said = (stdout: string): Outcome => ({ stdout, stderr: "", code: 0 });

/** What `jacobian` does with its arguments, but for reading and writing. */
export const run = (args: readonly string[], surroundings: Surroundings): Outcome => {
  try {
    const command = commandOf(args);
    if (command.wants === "help") return said(help);
    if (command.wants === "version") return said(`${surroundings.version()}\n`);
    return answered(command, surroundings);
  } catch (error) {
    // Any other error is a mistake of the program.
    if (!(error instanceof UsageError) && !(error instanceof JacobianError)) throw error;
    return { stdout: "", stderr: `${error.message}\n`, code: 2 };
  }
};
