import { DomainError, describe } from "@jacobian/core";
import { e, pi, tau } from "../constants.ts";
import { type Formula, Variable } from "../formula/formula.ts";
import { constant, variable } from "../formula/make.ts";
import type { Rule } from "../formula/rule.ts";
import { functionsByName, type NamedFunction, operandsOf, type Signature } from "../functions.ts";
import type { Parsed } from "./call.ts";
import { unexpected } from "./failure.ts";
import type { Token } from "./scan.ts";

/** @throws DomainError for what is no function. */
const signatureOf = (name: string, call: NamedFunction): Signature => {
  if (typeof call !== "function") {
    throw new DomainError(
      `parse: expected a function for the name ${name}, got ${describe(call)}; pass { functions: { ${name}: (x) => … } }`,
    );
  }
  if (call.rule === undefined) {
    return { call, operands: call.length === 0 ? undefined : call.length, statics: 0 };
  }
  // What carries a rule is a primitive.
  return { call, operands: operandsOf(call.rule as Rule), statics: undefined };
};

const variablesByName = (variables: unknown): Map<string, Formula> => {
  const wrong = (got: string): Error =>
    new DomainError(`parse: expected a list of variables, got ${got}; make them with symbols("…")`);
  if (!Array.isArray(variables)) throw wrong(describe(variables));
  return new Map(
    variables.map((x: unknown) => {
      if (x instanceof Variable) return [x.name, x];
      throw wrong(`${describe(x)} in it`);
    }),
  );
};

/** What the names of a text stand for. Maps, never objects: "constructor" is a name like any other. */
export class Names {
  private readonly functions = functionsByName();
  private readonly variables: ReadonlyMap<string, Formula> | undefined;
  private readonly definitions = new Map<string, Parsed>();
  private readonly constants: ReadonlyMap<string, Formula> = new Map([
    ["pi", pi],
    ["π", pi],
    ["e", e],
    ["tau", tau],
    ["inf", constant(Infinity)],
    ["nan", constant(NaN)],
  ]);

  constructor(
    private readonly text: string,
    variables: readonly unknown[] | undefined,
    functions: Readonly<Record<string, NamedFunction>>,
  ) {
    this.variables = variables && variablesByName(variables);
    for (const [name, call] of Object.entries(functions)) {
      this.functions.set(name, signatureOf(name, call));
    }
  }

  /** The function of this name: a given one, or core's. */
  functionOf(name: Token): Signature {
    const known = this.functions.get(name.text);
    if (known !== undefined) return known;
    throw unexpected(
      this.text,
      name,
      "a function before (",
      "write * for a product, or pass the function in the option `functions`",
    );
  }

  /** What a name by itself stands for; what was given comes before pi, e, tau, inf and nan. */
  valueOf(name: Token): Parsed {
    const known =
      this.definitions.get(name.text) ??
      this.variables?.get(name.text) ??
      this.constants.get(name.text);
    if (known !== undefined) return known;
    if (this.variables !== undefined) {
      const names = [...this.variables.keys()].slice(0, 8).join(", ");
      throw unexpected(
        this.text,
        name,
        `one of the variables given (${names})`,
        "add it to the option `variables` if it is one",
      );
    }
    if (!this.functions.has(name.text) && name.text !== "where") return variable(name.text);
    throw unexpected(
      this.text,
      name,
      `( after the function ${name.text}`,
      "give its arguments, or pass a variable of this name in the option `variables`",
    );
  }

  /** name := value, for the rest of the text. */
  define(name: Token, value: Parsed): void {
    if (this.definitions.has(name.text) || this.variables?.has(name.text) === true) {
      throw unexpected(this.text, name, "a new name", "what a name stands for does not change");
    }
    this.definitions.set(name.text, value);
  }
}
