import { DomainError, describe } from "@jacobian/core";

/** What an option must be, in words, and the test of it. */
export interface Rule {
  readonly expected: string;
  readonly holds: (x: unknown) => boolean;
  readonly isRequired?: boolean;
}

const number = (expected: string, holds: (x: number) => boolean): Rule => ({
  expected,
  holds: (x) => typeof x === "number" && holds(x),
});

/** Rules that many options share. */
export const positive = /*#__PURE__*/ number("a positive number", (x) => x > 0);
export const notNegative = /*#__PURE__*/ number("a number of 0 or more", (x) => x >= 0);
export const bound = /*#__PURE__*/ number(
  "a finite number of 0 or more",
  (x) => x >= 0 && x < Infinity,
);
export const count = /*#__PURE__*/ number(
  "a whole number of 1 or more",
  (x) => Number.isInteger(x) && x >= 1,
);
export const oneOf = (...choices: readonly string[]): Rule => ({
  expected: choices.map((choice) => `"${choice}"`).join(" or "),
  holds: (x) => typeof x === "string" && choices.includes(x),
});

export const required = (rule: Rule): Rule => ({ ...rule, isRequired: true });

/**
 * The options of a call, which a program that is not type-checked may misspell.
 * @throws DomainError for what is no object, an option of another name, one that breaks its rule, and one that is
 * missing.
 */
export const checkedOptions = <O extends object>(
  operation: string,
  rules: Readonly<Record<keyof O & string, Rule>>,
  options: O,
): O => {
  const names = `options { ${Object.keys(rules).join(", ")} }`;
  const refused = (expected: string, got: string) =>
    new DomainError(
      `${operation}: expected ${expected}, got ${got}; options go with the function, leave out what shall have its default`,
    );
  // What a program that is not type-checked may pass.
  const given: unknown = options;
  if (typeof given !== "object" || given === null) throw refused(names, describe(given));
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(rules, name));
  if (stranger !== undefined) throw refused(names, stranger);
  for (const [name, { expected, holds, isRequired }] of Object.entries<Rule>(rules)) {
    // An option, or nothing.
    const x = (given as Readonly<Record<string, unknown>>)[name];
    if (x === undefined ? isRequired : !holds(x))
      throw refused(`${expected} as the option ${name}`, describe(x));
  }
  return options;
};
