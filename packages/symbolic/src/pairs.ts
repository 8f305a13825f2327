import { describe, DomainError } from "@jacobian/core";

/** What stands for what: by names in an object, or in pairs. */
export type Pairs<K, V> = Readonly<Record<string, V>> | Iterable<readonly [K, V]>;

const isPair = (x: unknown): boolean => Array.isArray(x) && x.length === 2;

const listed = (x: object): readonly unknown[] | undefined =>
  Symbol.iterator in x ? Array.from(x as Iterable<unknown>) : undefined;

/**
 * The pairs that were given, an object's names with what they stand for among them.
 * @throws DomainError for what is neither.
 */
export const pairsOf = <K, V>(
  operation: string,
  given: Pairs<K, V>,
): readonly (readonly [K | string, V])[] => {
  // What a program that is not type-checked may give.
  const x: unknown = given;
  const isObject = typeof x === "object" && x !== null;
  const pairs = isObject ? (listed(x) ?? Object.entries(x)) : [undefined];
  // Each has been looked at.
  if (pairs.every(isPair)) return pairs as (readonly [K | string, V])[];
  throw new DomainError(
    `${operation}: expected an object of names, or pairs, got ${describe(x)}; write { x: 2 } or [[x, 2]]`,
  );
};
