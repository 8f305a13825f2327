import { type Plain, DomainError, entriesOf, shapeOf } from "@jacobian/core";

/**
 * The entries of a matrix, row by row: its own storage.
 * @throws DomainError for an entry that is NaN or infinite.
 */
export const finiteEntries = (operation: string, A: Plain): Float64Array => {
  const [, cols = 1] = shapeOf(A);
  const entries = entriesOf(A);
  let wrong = 0;
  while (wrong < entries.length && Math.abs(entries[wrong]!) < Infinity) wrong++;
  if (wrong === entries.length) return entries;
  throw new DomainError(
    `${operation}: expected a matrix of finite numbers, got ${String(entries[wrong])} in row ${Math.floor(wrong / cols)}, column ${wrong % cols}; look where that entry was made`,
  );
};
