import { describe, DomainError } from "@jacobian/core";
import { type Formula, Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";

/** The names of the variables that formulas are made of. */
export const namesIn = (outputs: readonly Formula[]): ReadonlySet<string> =>
  new Set(graphOf(outputs).flatMap((x) => (x instanceof Variable ? [x.name] : [])));

/**
 * The name of a variable.
 * @throws DomainError for what is none.
 */
export const nameOf = (operation: string, x: unknown): string => {
  if (x instanceof Variable) return x.name;
  throw new DomainError(
    `${operation}: expected a variable, got ${describe(x)}; make one with symbols("x")`,
  );
};

/**
 * The place of each variable in a list that has all that formulas are made of.
 * @throws DomainError for what is no variable, one that is there twice, or one that is missing.
 */
export const placesOf = (
  operation: string,
  outputs: readonly Formula[],
  variables: readonly unknown[],
): ReadonlyMap<string, number> => {
  const places = new Map(variables.map((x, k) => [nameOf(operation, x), k]));
  if (places.size < variables.length) {
    throw new DomainError(
      `${operation}: expected ${variables.length} different variables, got ${[...places.keys()].join(", ")}; name each once`,
    );
  }
  for (const name of namesIn(outputs)) {
    if (places.has(name)) continue;
    throw new DomainError(
      `${operation}: expected a place for each variable, got none for ${name}; add it to the variables`,
    );
  }
  return places;
};

/** Beyond this engines refuse a function, or overflow their stack at a call of it. */
const mostParameters = 10_000;

/**
 * Looks how many variables become parameters, one by one.
 * @throws DomainError where they are more than engines and compilers take.
 */
export const checkParameters = (operation: string, count: number, remedy: string): void => {
  if (count <= mostParameters) return;
  throw new DomainError(
    `${operation}: expected at most ${mostParameters} variables as parameters, got ${count}; ${remedy}`,
  );
};
