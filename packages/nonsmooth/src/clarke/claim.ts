import type { At } from "../lexicographic/settle.ts";
import { nearestPoint } from "../nearest/nearest-point.ts";
import type { Claim } from "./clarke-set.ts";
import { isInert } from "./enumerate.ts";
import { isEssential } from "./essential.ts";
import { isRegular } from "./regular.ts";
import type { Selection } from "./selection.ts";
import type { Term } from "./terms.ts";
import { length, less } from "./vectors.ts";

/** What a set of selections is promised to be, and why. */
export interface Promised {
  readonly claim: Claim;
  readonly reason: string;
}

const equal = (reason: string): Promised => ({ claim: "equal to the Clarke Jacobian", reason });

/** The kinks at which a selection matters. */
const countedKinks = (selection: Selection): number =>
  selection.kinks.filter(({ body }, i) => body === undefined && !isInert(selection, i)).length;

/** Whether a matrix is in the hull of others, to rounding. */
const isWithin = (target: Float64Array, others: readonly Float64Array[]): boolean => {
  if (others.length === 0) return false;
  const { point } = nearestPoint(others.map((other) => less(other, target)));
  return length(point) <= 1e-10 * Math.max(length(target), ...others.map(length));
};

const polyhedral = (selections: readonly Selection[]): Promised | undefined => {
  const [first] = selections;
  const Js = selections.map(({ J }) => J);
  if (Js.every((J) => J.every((entry, k) => entry === Js[0]![k])))
    return equal(first!.kinks.length === 0 ? "no kink" : "all selections have one Jacobian");
  const isProven = selections.map(isEssential);
  const proven = Js.filter((_, k) => isProven[k]);
  if (!Js.every((J, k) => isProven[k] === true || isWithin(J, proven))) return undefined;
  if (selections.length === 2 && countedKinks(first!) === 1)
    return equal("one kink, whose two pieces differ");
  return equal(
    proven.length === Js.length
      ? "every selection is taken in an open cone"
      : "every selection that matters is taken in an open cone",
  );
};

/** What is promised of the hull of these selections. */
export const claimOf = (
  at: At,
  selections: readonly Selection[],
  terms: readonly Term[],
): Promised => {
  const shares = terms.flatMap((term) => term.shares);
  if (shares.length === 0) {
    const promised = polyhedral(selections);
    if (promised !== undefined) return promised;
  }
  if (shares.length === 1 && terms.length === 1 && shares[0]!.body.curvature !== 0)
    return equal("one kink, a norm or an extreme eigenvalue");
  if (isRegular(at, selections, terms))
    return equal("every kink bends f the same way: f or −f is regular");
  return {
    claim: "hull contains the Clarke Jacobian",
    reason: "some selections are not proven to be taken on an open set",
  };
};
