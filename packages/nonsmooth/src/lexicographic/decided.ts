import { DomainError, UndecidedError } from "@jacobian/core";
import { type Kink, apart } from "../engine/kink.ts";
import { Lexicographic } from "./signs.ts";
import { type At, type Outcome, numbersOf, valueAt } from "./settle.ts";

/** How many other outcomes of comparisons are tried before giving up. */
const mostRuns = 64;

const undecided = (operation: string, { name, sides }: Kink): UndecidedError =>
  new UndecidedError(
    `${operation}: expected switching functions that move to first order where pieces meet, got ${name} at ${sides.join(", ")} with both sides still tied; write the kink with a switch that crosses, or move the point`,
  );

/** @throws DomainError if the two outcomes of a comparison that ties lead to different values. */
const refuseJumps = (at: At, { kinks, signs }: Outcome<unknown>): void => {
  const branches = kinks.flatMap(({ parts, body }, i) => (parts.length > 0 || body ? [] : [i]));
  if (branches.length === 0) return;
  const here = valueAt(at, signs);
  for (const i of branches) {
    for (const option of [0, 1]) {
      const there = valueAt(at, signs.with(i, option));
      if (there.every((entry, k) => !apart(entry, here[k]!))) continue;
      throw jumps(at.operation, kinks[i]!);
    }
  }
};

/** The error for a function that jumps where a comparison ties. */
export const jumps = (operation: string, { name, sides }: Kink): DomainError =>
  new DomainError(
    `${operation}: expected a function that is locally Lipschitz at the point, got one that jumps where ${name} compares ${sides.join(" with ")}; let the branches agree where they meet`,
  );

/**
 * The outcome, if what no direction has decided does not matter: pieces that still tie have equal
 * derivatives, and a comparison that still ties gives the same with the other outcome.
 * @throws UndecidedError where it does matter; DomainError where f jumps.
 */
export const decided = <T>(at: At, evaluate: (signs: Lexicographic) => Outcome<T>): Outcome<T> => {
  const { operation } = at;
  const first = evaluate(new Lexicographic());
  refuseJumps(at, first);
  const numbers = numbersOf(operation, first.result);
  let runs = 0;
  const check = ({ kinks, signs, differ }: Outcome<T>, from: number): void => {
    kinks.forEach((kink, i) => {
      const alive = signs.alive(i);
      if (i < from || alive.length < 2) return;
      if (kink.parts.length > 0) {
        if (differ(i)) throw undecided(operation, kink);
        return;
      }
      for (const option of alive.slice(1)) {
        const other = evaluate(signs.with(i, option));
        const isSame = numbersOf(operation, other.result).every(
          (entry, k) => !apart(entry, numbers[k]!),
        );
        if (!isSame || ++runs > mostRuns) throw undecided(operation, kink);
        check(other, i + 1);
      }
    });
  };
  check(first, 0);
  return first;
};
