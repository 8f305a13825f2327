import { DomainError, describe } from "@jacobian/core";

/** What is no option, in words; undefined if nothing is wrong. */
const stranger = (names: readonly string[], given: unknown): string | undefined => {
  if (given === undefined) return undefined;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return describe(given);
  const other = Object.keys(given).find((name) => !names.includes(name));
  return other === undefined ? undefined : `the option ${other}`;
};

/**
 * The options of a call, which a program that is not type-checked may misspell.
 * @throws DomainError for what is no object, and for an option of another name.
 */
export const checkedOptions = <O extends object>(
  operation: string,
  names: readonly (keyof O & string)[],
  options: O | undefined,
): Partial<O> => {
  const wrong = stranger(names, options);
  if (wrong === undefined) return options ?? {};
  throw new DomainError(
    `${operation}: expected { ${names.join(", ")} }, got ${wrong}; leave out what shall have its default`,
  );
};
