import { type Value, add } from "@jacobian/core";
import type { Taylor } from "./algebra.ts";
import type { Operation } from "./operation.ts";
import type { Series } from "./series.ts";

/** Two series whose coefficients are multiplied with each other. */
interface Factors {
  readonly a: Series;
  readonly b: Series;
  readonly product: (p: Value, q: Value) => Value;
}

/** Of a product x and y, of a quotient the divisor and the result; none if either is a constant. */
const factorsOf = (
  algebra: Taylor,
  { linearity, product }: Operation,
  inputs: readonly Value[],
  constants: readonly Value[],
  result: Series | undefined,
): Factors | undefined => {
  const a = algebra.own(inputs[linearity === "rightQuotient" ? 1 : 0]);
  const b = linearity === "bilinear" ? algebra.own(inputs[1]) : result;
  if (linearity === "linear" || !product || !a || !b) return undefined;
  return { a, b, product: (p, q) => product(p, q, constants) };
};

/** Σ a_j·b_{k−j} over 0 < j < k, without those known to be 0; undefined if none is left. */
const crossed = ({ a, b, product }: Factors, k: number): Value | undefined => {
  let total: Value | undefined;
  const last = Math.min(k - 1, a.degree);
  for (let j = Math.max(1, k - b.degree); j <= last; j++) {
    const term = product(a.coefficient(j), b.coefficient(k - j));
    total = total === undefined ? term : add(total, term);
  }
  return total;
};

/** Beyond which all coefficients are 0: a sum ends with the longer series, a product with the product. */
const degreeOf = (linearity: Operation["linearity"], degrees: readonly number[]): number => {
  if (linearity === "linear") return degrees.reduce((most, n) => Math.max(most, n), 0);
  const divisor = linearity === "bilinear" ? 0 : degrees[linearity === "leftQuotient" ? 0 : 1];
  return divisor === 0 ? degrees.reduce((total, n) => total + n, 0) : Infinity;
};

/** Several results ask for the same row, one after another. */
const remembered = <T>(row: (k: number) => T): ((k: number) => T) => {
  const rows: T[] = [];
  return (k) => (rows[k] ??= row(k));
};

/**
 * A rule tied to its operands by a linear or bilinear equation, coefficient by coefficient: y_k is what the
 * tangent at x₀ makes of x_k, and the products of lower coefficients, those of x and y in a product (Cauchy),
 * of divisor and result in a quotient (Griewank & Walther 2008, table 13.1).
 */
export const termwise = (
  algebra: Taylor,
  operation: Operation,
  inputs: readonly Value[],
): readonly Series[] => {
  const { linearity, apply, tangent } = operation;
  const constants = inputs.map((x) => algebra.constant(x));
  const values = apply(constants);
  const row = (k: number) =>
    tangent(
      inputs.map((x) => algebra.own(x)?.coefficient(k)),
      constants,
      values,
    );
  const rows = values.length > 1 ? remembered(row) : row;
  const degree = degreeOf(
    linearity,
    inputs.map((x) => algebra.own(x)?.degree ?? 0),
  );
  const results = values.map((y, i) =>
    algebra.series(y, degree, (k) => {
      const first = rows(k)[i]!;
      const rest = factors && crossed(factors, k);
      return rest === undefined ? first : add(first, rest);
    }),
  );
  const factors = factorsOf(algebra, operation, inputs, constants, results[0]);
  return results;
};
