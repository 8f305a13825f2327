import { DomainError } from "@jacobian/core";
import type { Body } from "../engine/kink.ts";
import type { At } from "../lexicographic/settle.ts";
import { type Selection, selectionOf } from "./selection.ts";
import { dot, isZero, plus } from "./vectors.ts";

/** c ⊗ (coefficients·parts), coefficients in a body: what a norm or an eigenvalue adds to a Jacobian. */
export interface Share {
  readonly body: Body;
  /** ∂f/∂y of the kink's result y, one for each row of the Jacobian. */
  readonly adjoint: Float64Array;
  readonly parts: readonly Float64Array[];
}

/** centre + the sum of the shares: one selection of the kinks that are piecewise smooth. */
export interface Term {
  readonly centre: Float64Array;
  readonly shares: readonly Share[];
}

/** Σ coefficient·part */
const combined = (coefficients: ArrayLike<number>, parts: readonly Float64Array[]): Float64Array =>
  parts.reduce(
    (sum, part, k) => plus(sum, coefficients[k]!, part),
    new Float64Array(parts[0]!.length),
  );

/** c ⊗ r, row by row. */
export const outer = (c: Float64Array, r: Float64Array): Float64Array =>
  Float64Array.from(
    { length: c.length * r.length },
    (_, k) => c[Math.floor(k / r.length)]! * r[k % r.length]!,
  );

const nested = (operation: string, name: string): DomainError =>
  new DomainError(
    `${operation}: expected norms and eigenvalues that do not stand within each other at their kinks, got ${name} of what another makes; ask for one element with jacobian, or for the derivative along a direction with directional`,
  );

/**
 * What the body of kink i adds. The Jacobian is affine in its coefficients: the difference that one of them makes
 * is adjoint ⊗ part.
 * @throws DomainError if the parts of another body depend on it.
 */
const shareOf = (at: At, selection: Selection, i: number, body: Body): Share | undefined => {
  const { choices, cols, rows, J, kinks } = selection;
  const parts = selection.parts[i]!;
  const p = parts.findIndex((part) => !isZero(part));
  const part = parts[p];
  if (part === undefined) return undefined;
  const other = Float64Array.from(choices[i]!, (entry, k) => (k === p ? entry + 1 : entry));
  const moved = selectionOf(
    at,
    choices.map((choice, k) => (k === i ? other : choice)),
  );
  kinks.forEach((kink, k) => {
    const differs = moved.parts[k]?.some((row, j) =>
      row.some((entry, l) => entry !== selection.parts[k]![j]![l]!),
    );
    if (kink.body !== undefined && differs) throw nested(at.operation, kink.name);
  });
  const adjoint = Float64Array.from({ length: rows }, (_, r) => {
    const change = plus(
      moved.J.subarray(r * cols, (r + 1) * cols),
      -1,
      J.subarray(r * cols, (r + 1) * cols),
    );
    return dot(change, part) / dot(part, part);
  });
  // What is left of two roundings is no adjoint.
  const scale = Math.max(...J.map(Math.abs), ...moved.J.map(Math.abs)) / Math.sqrt(dot(part, part));
  if (adjoint.every((c) => Math.abs(c) <= 1e-13 * scale)) return undefined;
  return { body, adjoint, parts };
};

/** A selection with the bodies of its kinks set apart. */
export const termOf = (at: At, selection: Selection): Term => {
  const shares: Share[] = [];
  let centre = selection.J;
  selection.kinks.forEach(({ body }, i) => {
    const share = body && shareOf(at, selection, i, body);
    if (share === undefined) return;
    shares.push(share);
    centre = plus(centre, -1, outer(share.adjoint, combined(selection.choices[i]!, share.parts)));
  });
  return { centre, shares };
};

/** The element of a term that is furthest in a direction D, row by row: each body gives its own furthest. */
export const furthest = ({ centre, shares }: Term, D: Float64Array): Float64Array =>
  shares.reduce((sum, { body, adjoint, parts }) => {
    const cols = parts[0]!.length;
    const pulled = combined(
      adjoint,
      Array.from(adjoint, (_, r) => D.subarray(r * cols, (r + 1) * cols)),
    );
    const along = Float64Array.from(parts, (part) => dot(part, pulled));
    const coefficients = body.coefficients(body.refine(undefined, along));
    return plus(sum, 1, outer(adjoint, combined(coefficients, parts)));
  }, centre);

/** As large as the entries of a term's elements are, at the most or nearly so: of its centre, and of each share. */
export const sizesOf = ({ centre, shares }: Term): Float64Array => {
  const top = (x: Float64Array): number => x.reduce((most, e) => Math.max(most, Math.abs(e)), 0);
  const ofShares = shares.map(({ adjoint, parts }) => top(adjoint) * Math.max(...parts.map(top)));
  return Float64Array.of(top(centre), ...ofShares);
};
