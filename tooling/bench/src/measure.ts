import type { Answer } from "./answer.ts";

/** Something to be timed: each call does the whole work once and returns what it made. */
export type Work = () => Answer;

/** Milliseconds that one timed batch of calls should take: long against the clock's resolution. */
const batch = 4;

/** What the work returns goes here, so that no compiler can drop the work. */
export const sink: { last: Answer } = { last: 0 };

const time = (work: Work, calls: number): number => {
  const start = performance.now();
  for (let k = 0; k < calls; k++) sink.last = work();
  return performance.now() - start;
};

/** How many calls fill a batch; on the way the work is compiled. */
const calibrate = (work: Work): number => {
  let calls = 1;
  while (time(work, calls) < batch / 2) calls *= 2;
  return calls;
};

/**
 * The least time of one call of each work, in nanoseconds. The works take turns, batch by batch, so
 * that a change in the machine's mood meets all of them, and the minimum of many batches is what the
 * work takes when nothing else is going on.
 * @param patience milliseconds to spend on each work
 */
export const fastest = (works: readonly Work[], patience: number): number[] => {
  const calls = works.map((work) => Math.max(calibrate(work), calibrate(work)));
  const best = works.map(() => Infinity);
  const end = performance.now() + patience * works.length;
  do {
    works.forEach((work, k) => {
      const each = (1e6 * time(work, calls[k]!)) / calls[k]!;
      best[k] = Math.min(best[k]!, each);
    });
  } while (performance.now() < end);
  return best;
};
