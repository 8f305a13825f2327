/** What a contender made, as a number or a list of them. */
export type Answer = number | ArrayLike<number>;

/** An answer, or how to read it from a container of the contender's own, which is not timed. */
export type Made = Answer | (() => Answer);

/** The answer out of its container. */
export const read = (made: Made): Answer => (typeof made === "function" ? made() : made);

const numbers = (answer: Answer): number[] =>
  typeof answer === "number" ? [answer] : Array.from(answer);

/**
 * A contender that is fast and wrong has no figure.
 * @throws Error unless the answers agree to 1e-9 of the largest entry.
 */
export const assertSameAnswer = (who: string, expected: Answer, got: Answer): void => {
  const right = numbers(expected);
  const made = numbers(got);
  const largest = right.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const wrong = right.findIndex((x, k) => !(Math.abs(x - (made[k] ?? NaN)) <= 1e-9 * largest));
  if (made.length === right.length && wrong < 0) return;
  throw new Error(
    `bench: expected ${right.length} numbers as the first contender has them, got ${made.length} of ${who}, entry ${wrong} being ${String(made[wrong])} instead of ${String(right[wrong])}; correct the contender before timing it`,
  );
};
