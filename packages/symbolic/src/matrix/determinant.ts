import { minus, negated, one, plus, times, zero } from "../formula/arithmetic.ts";
import type { Formula } from "../formula/formula.ts";
import type { Rows } from "./matrix.ts";

/** More minors of one size than this are not kept: of a dense matrix those of 12×12 are fewer. */
const mostMinors = 1000;

/** How many of the columns of a minor, as a set of bits, stand to the right of column j. */
const toTheRight = (columns: bigint, j: number): number => {
  let count = 0;
  for (let rest = columns >> BigInt(j + 1); rest > 0n; rest &= rest - 1n) count++;
  return count;
};

/**
 * The determinant by expansion along the rows (Laplace), each minor of the upper rows made once; those
 * that are 0 are left out, so that sparse matrices have few. Undefined if they are too many.
 */
const byMinors = (rows: Rows): Formula | undefined => {
  let minors = new Map<bigint, Formula>([[0n, one]]);
  for (const row of rows) {
    const next = new Map<bigint, Formula>();
    for (const [columns, minor] of minors) {
      row.forEach((entry, j) => {
        const bit = 1n << BigInt(j);
        if (entry === zero || (columns & bit) !== 0n) return;
        const [sum, term] = [next.get(columns | bit) ?? zero, times(minor, entry)];
        const isEven = toTheRight(columns, j) % 2 === 0;
        next.set(columns | bit, isEven ? plus(sum, term) : minus(sum, term));
      });
    }
    if (next.size > mostMinors) return undefined;
    minors = new Map([...next].filter(([, minor]) => minor !== zero));
  }
  return [...minors.values()][0] ?? zero;
};

const inner = (a: readonly Formula[], b: readonly Formula[]): Formula =>
  a.reduce((sum, entry, k) => plus(sum, times(entry, b[k]!)), zero);

/** The products of a lower triangular Toeplitz matrix, given by its first column, and a vector. */
const toeplitz = (column: readonly Formula[], x: readonly Formula[]): readonly Formula[] =>
  column.map((_, i) => inner(column.slice(0, i + 1).toReversed(), x.slice(0, i + 1)));

/**
 * The determinant by characteristic polynomials of the leading blocks, without division and in O(n⁴)
 * operations (Berkowitz, Information Processing Letters 18, 1984).
 */
const byBerkowitz = (rows: Rows): Formula => {
  let polynomial: readonly Formula[] = [one];
  rows.forEach((row, k) => {
    // The block is [A, column; row, corner]: 1, −corner, −row·column, −row·A·column, …
    const left = row.slice(0, k);
    let column = rows.slice(0, k).map((above) => above[k]!);
    const first = [one, negated(row[k]!)];
    for (let power = 0; power < k; power++) {
      first.push(negated(inner(left, column)));
      column = rows.slice(0, k).map((above) => inner(above.slice(0, k), column));
    }
    polynomial = toeplitz(first, [...polynomial, zero]);
  });
  const last = polynomial.at(-1) ?? one;
  return rows.length % 2 === 0 ? last : negated(last);
};

/** The determinant of square rows: a polynomial in the entries, without division. */
export const determinant = (rows: Rows): Formula => byMinors(rows) ?? byBerkowitz(rows);
