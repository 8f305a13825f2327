import { useEffect, useMemo, useRef, useState } from "react";
import { usePage } from "../../app/use-state.tsx";
import { Latest } from "../../model/latest.ts";
import type { Answer, Question } from "./derived.ts";
import type { Kinked } from "./kinked.ts";

/** A formula that was read, with its text. */
export interface Typed {
  readonly source: string;
  readonly kinked: Kinked;
}

/** What came of a formula. */
export interface Derived {
  readonly kinked: Kinked;
  readonly answer: Answer;
}

const isTooLong =
  "It takes longer than three seconds to look at all sides of its kinks; take a simpler formula";

/** All derivatives at the point, found by a worker: those of the last formula until there are some of the next. */
export const useDerivatives = (typed: Typed | undefined): Derived | undefined => {
  const { kinkAt, own } = usePage().state;
  const [derived, setDerived] = useState<Derived>();
  const latest = useRef<Latest<Question, Answer>>(undefined);
  const question = useMemo(
    (): Question | undefined =>
      typed && {
        source: typed.source,
        x: typed.kinked.variables.map((_, k) => kinkAt[k] ?? 0),
        own,
      },
    [typed, kinkAt, own],
  );
  useEffect(() => {
    if (typed === undefined) return;
    const { kinked } = typed;
    const made = new Latest<Question, Answer>({
      make: () =>
        new Worker(new URL("./derivatives.worker.ts", import.meta.url), { type: "module" }),
      onAnswer: (answer) => setDerived({ kinked, answer }),
      onTimeout: () => setDerived({ kinked, answer: isTooLong }),
    });
    latest.current = made;
    return () => made.stop();
  }, [typed]);
  useEffect(() => {
    if (question !== undefined) latest.current?.ask(question);
  }, [question]);
  return derived;
};
