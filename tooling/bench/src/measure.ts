import type { Made } from "./answer.ts";

/** Something to be timed: each call does the whole work once and returns what it made. */
export type Work = () => Made;

/** Something to be timed, whatever it makes. */
type Timed = () => unknown;

/** Milliseconds that one timed batch of calls should take: long against the clock's resolution. */
const batch = 4;

/** What the work returns goes here, so that no compiler can drop the work. */
export const sink: { last: unknown } = { last: 0 };

/**
 * The time that has elapsed or that the process was at work, whichever is less: the first counts what
 * else is going on in the machine, the second the threads that help this one.
 */
const time = (work: Timed, calls: number): number => {
  const [start, processor] = [performance.now(), process.cpuUsage()];
  for (let k = 0; k < calls; k++) sink.last = work();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  return Math.min(elapsed, (user + system) / 1000);
};

/** How many calls fill a batch, and what that batch took; on the way the work is compiled. */
const calibrate = (work: Timed): { readonly calls: number; readonly took: number } => {
  for (let calls = 1; ; calls *= 2) {
    const took = time(work, calls);
    if (took >= batch / 2) return { calls, took };
  }
};

/** A work, how many calls of it make a batch, and its least time and all its times, in milliseconds. */
interface Runner {
  readonly work: Timed;
  readonly calls: number;
  best: number;
  spent: number;
}

/** A call that outlasts all patience is a measurement already. */
const calibrated = (work: Timed, patience: number): Runner => {
  const { calls, took } = calibrate(work);
  if (took >= patience) return { work, calls, best: took / calls, spent: took };
  return { work, calls: Math.max(calls, calibrate(work).calls), best: Infinity, spent: 0 };
};

const run = (runner: Runner): void => {
  const took = time(runner.work, runner.calls);
  runner.best = Math.min(runner.best, took / runner.calls);
  runner.spent += took;
};

/**
 * The least time of one call of each work, in nanoseconds. The works take turns, batch by batch, so
 * that a change in the machine's mood meets all of them, and the minimum of many batches is what the
 * work takes when nothing else is going on. A work that has used up its patience sits out: a slow one
 * is not repeated for the sake of the quick.
 * @param patience milliseconds to spend on each work
 */
export const fastest = (works: readonly Timed[], patience: number): number[] => {
  const runners = works.map((work) => calibrated(work, patience));
  const waiting = (): Runner[] => runners.filter(({ spent }) => spent < patience);
  for (let turn = waiting(); turn.length > 0; turn = waiting()) turn.forEach(run);
  return runners.map(({ best }) => 1e6 * best);
};
