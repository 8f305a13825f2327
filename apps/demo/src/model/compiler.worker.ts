import { compile } from "./compile.ts";
import type { Answer, Question } from "./compiled.ts";

// The page ends a worker that takes too long; here nothing needs to look at a clock.
addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const answer: Answer = { id: data.id, compilation: compile(data.source, data.variables) };
  postMessage(answer);
});
