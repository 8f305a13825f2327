import { useMemo } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import type { Model } from "../../model/model.ts";
import { type Knowledge, type Nearby, nearby, type Outcome, search } from "./search.ts";

/** A start with its colour, what is known around it, and where Newton's method comes from there. */
export interface Search {
  readonly name: string;
  readonly color: string;
  readonly start: Pair;
  readonly near: Nearby;
  readonly outcome: Outcome | undefined;
}

const useSearch = (
  model: Model,
  start: Pair | undefined,
  knowledge: Knowledge,
  target: Pair,
): Pick<Search, "start" | "near" | "outcome"> | undefined => {
  const [x, y] = start ?? [NaN, NaN];
  const near = useMemo(
    () => (Number.isNaN(x) ? undefined : nearby(model, [x, y], knowledge)),
    [model, x, y, knowledge],
  );
  const outcome = useMemo(
    () => (near?.inverse === undefined ? undefined : search(model, near.inverse, target)),
    [model, near, target],
  );
  return near && { start: [x, y], near, outcome };
};

/** One search or two, as the page has it. */
export const useSearches = (model: Model): readonly Search[] => {
  const { at, target, twice, other, known, lipschitz, within } = usePage().state;
  const knowledge = useMemo(
    () => (known ? { lipschitz, within } : undefined),
    [known, lipschitz, within],
  );
  const first = useSearch(model, [at[0] ?? 1, at[1] ?? 1], knowledge, target);
  const second = useSearch(model, twice ? other : undefined, knowledge, target);
  return [
    first && { name: twice ? "First start" : "Start", color: "var(--first)", ...first },
    second && { name: "Second start", color: "var(--second)", ...second },
  ].filter((each) => each !== undefined);
};
