import { DomainError, describe } from "@jacobian/core";

/** What an option must be, in words, and the test of it. */
export type Range = readonly [expected: string, holds: (x: number) => boolean];

export const ranges = {
  positive: ["a positive number", (x: number) => x > 0],
  notNegative: ["a number of 0 or more", (x: number) => x >= 0],
  bound: ["a finite number of 0 or more", (x: number) => x >= 0 && x < Infinity],
  count: ["a whole number of 1 or more", (x: number) => Number.isInteger(x) && x >= 1],
} as const satisfies Record<string, Range>;

/**
 * The options of a call, which a program that is not type-checked may misspell.
 * @throws DomainError for what is no object, an option of another name, or a number out of its range.
 */
export const checkedNumbers = <O extends object>(
  operation: string,
  rules: Readonly<Record<keyof O & string, Range>>,
  options: O,
): O => {
  const names = Object.keys(rules);
  const refused = (expected: string, got: string) =>
    new DomainError(
      `${operation}: expected ${expected}, got ${got}; leave out what shall have its default`,
    );
  // What a program that is not type-checked may pass.
  const given: unknown = options;
  if (typeof given !== "object" || given === null) {
    throw refused(`options { ${names.join(", ")} }`, describe(given));
  }
  for (const [name, x] of Object.entries(given)) {
    if (!Object.hasOwn(rules, name)) throw refused(`options { ${names.join(", ")} }`, name);
    // The name is one of the rules.
    const [expected, holds] = rules[name as keyof O & string];
    if (x === undefined || (typeof x === "number" && holds(x))) continue;
    throw refused(`${expected} as the option ${name}`, describe(x));
  }
  return options;
};
