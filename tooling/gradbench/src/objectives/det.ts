import { type Scalar, add, mul, sub } from "@jacobian/core";

/** A square matrix as the list of its rows. */
export type Rows = readonly (readonly Scalar[])[];

/** The determinant of the rows from `row` on, of these columns. */
const minor = (A: Rows, row: number, columns: readonly number[]): Scalar => {
  const [first = 0, ...others] = columns;
  const entries = A[row]!;
  if (others.length === 0) return entries[first]!;
  let total = mul(entries[first]!, minor(A, row + 1, others));
  for (let k = 1; k < columns.length; k++) {
    const term = mul(entries[columns[k]!]!, minor(A, row + 1, columns.toSpliced(k, 1)));
    total = k % 2 === 1 ? sub(total, term) : add(total, term);
  }
  return total;
};

/**
 * The determinant by expansion along the first row, Σⱼ (−1)ʲ·a₀ⱼ·det(A without row 0 and column j):
 * ℓ! products, no way to compute a determinant but a plentiful source of operations (cmpad,
 * det_by_minor).
 */
export const det = (A: Rows): Scalar => minor(A, 0, [...A.keys()]);
