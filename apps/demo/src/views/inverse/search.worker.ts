import type { Pair } from "../../app/fields.ts";
import { type Model, modelOf } from "../../model/model.ts";
import { type Local, localAt, searched } from "./search.ts";
import type { Answer, Question } from "./searched.ts";

const remembered = <A, T>(make: (about: A) => T, most: number): ((about: A) => T) => {
  const made = new Map<string, T>();
  return (about) => {
    const key = JSON.stringify(about);
    const known = made.get(key) ?? make(about);
    made.delete(key);
    made.set(key, known);
    for (const oldest of made.keys()) if (made.size > most) made.delete(oldest);
    return known;
  };
};

/** A drag asks about one map again and again. */
const modelFor: (compiled: Question["compiled"]) => Model = remembered(modelOf, 1);

interface Place extends Pick<Question, "compiled" | "knowledge"> {
  readonly start: Pair;
}

/** While the target is dragged, the inverses near both starts stay. */
const localFor: (place: Place) => Local = remembered(
  ({ compiled, start, knowledge }) => localAt(modelFor(compiled), start, knowledge),
  2,
);

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { compiled, starts, knowledge, target } = data;
  const model = modelFor(compiled);
  const answer: Answer = starts.map((start) =>
    searched(model, start, localFor({ compiled, start, knowledge }), target),
  );
  postMessage(answer);
});
