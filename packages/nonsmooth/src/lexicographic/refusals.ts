import {
  DomainError,
  Element,
  LevelError,
  UndecidedError,
  describe,
  leavesOf,
} from "@jacobian/core";
import { intercept } from "../engine/intercept.ts";
import type { Kink, Place } from "../engine/kink.ts";
import { site } from "../engine/site.ts";
import type { At } from "./settle.ts";

/** The line of f that meets a kink, for a message: f is run again. */
const siteOf = ({ operation, f, x, constants }: At, { name, sides }: Kink): string => {
  let found: string | undefined;
  const notice = (place: Place): void => {
    if (place.name === name && place.sides.every((side, k) => side === sides[k])) found ??= site();
  };
  intercept(
    operation,
    f,
    { choose: ({ conventional }) => conventional, notice },
    x,
    constants,
    false,
  );
  return found ?? "";
};

/** The error for a selection that no direction decides, and that matters. */
export const undecided = (at: At, kink: Kink): UndecidedError =>
  new UndecidedError(
    `${at.operation}: expected switching functions that move to first order where pieces meet, got ${kink.name} of ${kink.sides.join(" and ")} with both sides still tied${siteOf(at, kink)}; write the kink with a switch that crosses, or move the point`,
  );

/**
 * Lengths and eigenvalues are replaced by what is linear at a kink, which has no second derivatives of theirs.
 * @throws LevelError for an outer derivative there.
 */
export const refuseOuter = ({ operation, x, constants }: At, kinks: readonly Kink[]): void => {
  const kink = kinks.find(({ body }) => body !== undefined);
  if (kink === undefined) return;
  // Constants may be anything; those within containers are not looked for.
  const outer = [...leavesOf(operation, x), ...constants].find((leaf) => leaf instanceof Element);
  if (outer === undefined) return;
  throw new LevelError(
    `${operation}: expected plain numbers where ${kink.name} has a kink, got ${describe(outer)}; what is taken there has no further derivative: move the point, or take value(x)`,
  );
};

/** The error for a function that jumps where a comparison ties. */
export const jumps = (at: At, kink: Kink): DomainError =>
  new DomainError(
    `${at.operation}: expected a function that is locally Lipschitz at the point, got one that jumps where ${kink.name} compares ${kink.sides.join(" with ")}${siteOf(at, kink)}; let the branches agree where they meet`,
  );
