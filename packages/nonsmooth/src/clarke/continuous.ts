import { DomainError } from "@jacobian/core";
import { apart, isBranch } from "../engine/kink.ts";
import { isTakenBeside } from "../lexicographic/beside.ts";
import { jumps } from "../lexicographic/refusals.ts";
import { type At, valueAt } from "../lexicographic/settle.ts";
import { isEssential } from "./essential.ts";
import type { Selection } from "./selection.ts";
import { tornAt } from "./torn.ts";

const notFinite = (operation: string): DomainError =>
  new DomainError(
    `${operation}: expected a finite value and Jacobian at the point, got ∞ or NaN; move the point, or find where it is born with detectAnomaly of @jacobian/tape`,
  );

/**
 * The selections that have the value of f at the point: of a continuous f no other can be taken close by.
 * @throws DomainError if one is that has another value, if f jumps beside the point, and if a Jacobian is not finite.
 */
export const continuous = (at: At, selections: readonly Selection[]): readonly Selection[] => {
  const here = valueAt(at);
  if (here.some(Number.isNaN)) throw notFinite(at.operation);
  const continued = selections.filter((selection) => {
    if (!selection.J.every(Number.isFinite)) throw notFinite(at.operation);
    const isSame = selection.value.every((entry, k) => !apart(entry, here[k]!));
    const branch = selection.kinks.find(isBranch);
    if (isSame || branch === undefined) return isSame;
    if (isEssential(selection) || isTakenBeside(at, selection.value, here)) throw jumps(at, branch);
    return isSame;
  });
  const torn = tornAt(continued);
  if (torn !== undefined) throw jumps(at, torn);
  if (continued.length > 0) return continued;
  throw jumps(at, selections[0]!.kinks[0]!);
};
