import { useEffect, useMemo, useRef, useState } from "react";
import type { Pair } from "../../app/fields.ts";
import { usePage } from "../../app/use-state.tsx";
import { Latest } from "../../model/latest.ts";
import type { Model } from "../../model/model.ts";
import { textOf } from "../../model/text-of.ts";
import type { Answer, Question, Searched } from "./searched.ts";

/** A start with its name and colour, where it is by now, and what came of it. */
export interface Search extends Partial<Pick<Searched, "outcome">> {
  readonly name: string;
  readonly color: string;
  /** Where the point is drawn: a drag is ahead of what has been computed. */
  readonly point: Pair;
  /** Where it was looked from. */
  readonly start: Pair;
  /** Nothing until the map has been looked at. */
  readonly near: Searched["near"] | undefined;
}

const useQuestion = (model: Model): Question => {
  const { at, target, twice, other, known, lipschitz, within } = usePage().state;
  const [x = 1, y = 1] = at;
  const compiled = useMemo(() => textOf(model), [model]);
  return useMemo(
    () => ({
      compiled,
      starts: twice ? [[x, y], other] : [[x, y]],
      knowledge: known ? { lipschitz, within } : undefined,
      target,
    }),
    [compiled, x, y, target, twice, other, known, lipschitz, within],
  );
};

interface Answered {
  readonly model: Model;
  /** None if it took too long. */
  readonly answer: Answer | undefined;
}

/** One search or two, made by a worker. */
export const useSearches = (
  model: Model,
): { readonly searches: readonly Search[]; readonly isTooLong: boolean } => {
  const question = useQuestion(model);
  const [answered, setAnswered] = useState<Answered>();
  const latest = useRef<Latest<Question, Answer>>(undefined);
  useEffect(() => {
    const made = new Latest<Question, Answer>({
      make: () => new Worker(new URL("./search.worker.ts", import.meta.url), { type: "module" }),
      onAnswer: (answer) => setAnswered({ model, answer }),
      onTimeout: () => setAnswered({ model, answer: undefined }),
    });
    latest.current = made;
    return () => made.stop();
  }, [model]);
  useEffect(() => latest.current!.ask(question), [question]);
  const answer = answered?.model === model ? answered.answer : undefined;
  const isOne = question.starts.length === 1;
  const searches = question.starts.map((point, k): Search => {
    const name = k > 0 ? "Second start" : isOne ? "Start" : "First start";
    const color = k > 0 ? "var(--second)" : "var(--first)";
    return { name, color, point, ...(answer?.[k] ?? { start: point, near: undefined }) };
  });
  return { searches, isTooLong: answered?.model === model && answered.answer === undefined };
};
