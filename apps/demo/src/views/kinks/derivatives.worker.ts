import type { Answer, Question } from "./derived.ts";
import { derivativesAt } from "./derivatives.ts";
import { readKinked } from "./kinked.ts";

/** Of what the page has read already. */
const answerTo = ({ source, x, own }: Question): Answer => {
  const read = readKinked(source);
  return "problem" in read ? read.problem.message : derivativesAt(read.typed, x, own);
};

addEventListener("message", ({ data }: MessageEvent<Question>) => postMessage(answerTo(data)));
