import { mapLeaves, neg } from "@jacobian/core";
import { agree, apart, isBranch } from "../engine/kink.ts";
import { isTakenBeside } from "./beside.ts";
import { jumps, undecided } from "./refusals.ts";
import { Lexicographic } from "./signs.ts";
import { type At, type Directions, type Outcome, numbersOf, settled, valueAt } from "./settle.ts";

/** How many other outcomes of comparisons are tried before giving up. */
const mostRuns = 64;

const differsFrom = (here: readonly number[], other: readonly number[]): boolean =>
  other.some((entry, k) => apart(entry, here[k]!));

/**
 * Compares the value of f with those of the selections to both sides of it.
 * @throws DomainError if they differ.
 */
const refuseJumps = (at: At, { kinks, signs }: Outcome<unknown>, directions: Directions): void => {
  const branch = kinks.find(isBranch);
  if (branch === undefined) return;
  const behind = new Lexicographic();
  const opposite: Directions = function* () {
    for (const d of directions()) yield mapLeaves(at.operation, d, (leaf) => neg(leaf));
  };
  settled(at, opposite, behind);
  const here = valueAt(at);
  for (const side of [signs, behind]) {
    if (differsFrom(here, valueAt(at, side))) throw jumps(at, branch);
  }
};

/**
 * The outcome, if what no direction has decided does not matter: pieces that still tie have equal
 * derivatives, and a comparison that still ties gives the same with the other outcome.
 * @throws UndecidedError where it does matter; DomainError where f jumps.
 */
export const decided = <T>(
  at: At,
  directions: Directions,
  evaluate: (signs: Lexicographic) => Outcome<T>,
): Outcome<T> => {
  const first = evaluate(new Lexicographic());
  refuseJumps(at, first, directions);
  let numbers: readonly number[] | undefined;
  const here = (): readonly number[] => (values ??= valueAt(at));
  let values: readonly number[] | undefined;
  let runs = 0;
  const check = ({ kinks, signs, differ }: Outcome<T>, from: number): void => {
    kinks.forEach((kink, i) => {
      const alive = signs.alive(i);
      if (i < from || alive.length < 2) return;
      if (!isBranch(kink)) {
        if (differ(i)) throw undecided(at, kink);
        return;
      }
      const taken = Array.from(signs.coefficients(i, kink)).indexOf(1);
      for (const option of alive.filter((k) => k !== taken)) {
        const other = evaluate(signs.with(i, option));
        const there = valueAt(at, other.signs);
        if (differsFrom(here(), there)) {
          if (isTakenBeside(at, there, here())) throw jumps(at, kink);
          // Of a continuous f it is not taken close by.
          continue;
        }
        const expected = (numbers ??= numbersOf(at.operation, first.result));
        const isSame = agree(numbersOf(at.operation, other.result), expected);
        if (!isSame || ++runs > mostRuns) throw undecided(at, kink);
        check(other, i + 1);
      }
    });
  };
  check(first, 0);
  return first;
};
