import { parseArgs } from "node:util";
import { misused } from "./usage.ts";

/** What the command line asks for, its texts as they came. */
export interface Command {
  readonly formulas: string | undefined;
  readonly file: string | undefined;
  readonly at: string | undefined;
  readonly variables: string | undefined;
  readonly jvp: string | undefined;
  readonly vjp: string | undefined;
  readonly hessian: boolean;
  readonly form: "text" | "json" | "latex";
  readonly wants: "answer" | "help" | "version";
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: "string", multiple: true },
        variables: { type: "string" },
        jvp: { type: "string" },
        vjp: { type: "string" },
        file: { type: "string" },
        hessian: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        latex: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", short: "v", default: false },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node says what it did not expect, and often what to do.
    throw misused(
      "arguments as jacobian --help tells",
      "others",
      error.message.replaceAll("\n", " "),
    );
  }
};

/** @throws UsageError for options that are none, or that do not go together. */
export const commandOf = (args: readonly string[]): Command => {
  const { values, positionals } = parsed(args);
  const { at, variables, jvp, vjp, file, hessian, json, latex, help, version } = values;
  const [formulas, another] = positionals;
  if (another !== undefined) {
    throw misused(
      "one text of formulas",
      `${positionals.length} arguments`,
      'put them into quotes, parted by ";"',
    );
  }
  if (file !== undefined && formulas !== undefined) {
    throw misused("formulas or --file", "both", "leave one of them out");
  }
  if (json && latex) throw misused("--json or --latex", "both", "leave one of them out");
  if (at === undefined && (jvp ?? vjp) !== undefined) {
    throw misused("a point for --jvp and --vjp", "none", "give one by --at, such as --at x=1,y=2");
  }
  return {
    formulas,
    file,
    at: at?.join(","),
    variables,
    jvp,
    vjp,
    hessian,
    form: json ? "json" : latex ? "latex" : "text",
    wants: help ? "help" : version ? "version" : "answer",
  };
};
