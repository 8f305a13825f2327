import {
  type Plain,
  type Value,
  DomainError,
  add,
  broadcast,
  entriesOf,
  reciprocal,
  scale,
  shapeOf,
  sub,
} from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";
import { tabulated } from "../construct/tabulated.ts";

/**
 * Ascending eigenvalues count as repeated where their gap is at most n·2⁻⁵² times the largest magnitude,
 * which is as far as they are known.
 * @throws DomainError naming the first two.
 */
export const refuseRepeated = (operation: string, values: Plain): void => {
  const entries = entriesOf(values);
  const n = entries.length;
  const known =
    n * Number.EPSILON * Math.max(Math.abs(entries[0] ?? 0), Math.abs(entries[n - 1] ?? 0));
  const at = entries.findIndex((value, i) => i > 0 && value - entries[i - 1]! <= known);
  if (at < 0) return;
  throw new DomainError(
    `${operation}: expected distinct eigenvalues to differentiate, got eigenvalues ${entries[at - 1]!} and ${entries[at]!} (nos. ${at - 1} and ${at}); where they meet they have no derivative, but functions of the whole matrix have: trace, det, spectralFunction`,
  );
};

/** Fᵢⱼ = 1/(λⱼ − λᵢ) off the diagonal and 0 on it, for distinct λ. */
export const inverseGaps = (values: Value): Value => {
  const [n = 0] = shapeOf(values);
  const shape = [n, n];
  const gaps = sub(
    broadcast(values, { shape, axis: "columns" }),
    broadcast(values, { shape, axis: "rows" }),
  );
  return scale(
    tabulated(n, n, (i, j) => (i === j ? 0 : 1)),
    reciprocal(add(gaps, identity(n))),
  );
};
