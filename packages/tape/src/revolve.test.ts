import { expect, test } from "vitest";
import {
  firstCheckpoints,
  forwardSteps,
  longestChain,
  nextCheckpoint,
  repetitions,
  revolve,
} from "./revolve.ts";

/** The definition: the cheapest of all ways to reverse l steps with s checkpoints, by dynamic programming. */
const cheapest = (longest: number, most: number): number[][] => {
  const t: number[][] = [];
  for (let s = 0; s <= most; s++) {
    t.push([0, 0]);
    for (let l = 2; l <= longest; l++) {
      let best = Infinity;
      for (let m = 1; m < l && s > 0; m++)
        best = Math.min(best, m + (t[s - 1]?.[l - m] ?? NaN) + (t[s]?.[m] ?? NaN));
      t[s]?.push(best);
    }
  }
  return t;
};

/** Steps advanced, steps reversed in their order, and most states held at once, the one being worked on left out. */
const counted = (steps: number, checkpoints: number) => {
  let [advanced, held, most] = [0, 0, 0];
  const reversed: number[] = [];
  const start = { at: 0 };
  const alive = new Map<number, number>();
  revolve(
    {
      advance: (state: { at: number }, from, to) => {
        expect(state.at).toBe(from);
        advanced += to - from;
        alive.set(to, steps);
        return { at: to };
      },
      reverse: (state, k) => {
        expect(state.at).toBe(k);
        reversed.push(k);
        // What lies after the step that is reversed will not be asked for again.
        for (const place of alive.keys()) if (place > k) alive.delete(place);
        held = [...alive.keys()].filter((place) => place < k).length + 1;
        most = Math.max(most, held);
      },
    },
    start,
    0,
    steps,
    checkpoints,
  );
  return { advanced, reversed, most };
};

test("β(s, t), the table of Griewank & Walther: binomial coefficients", () => {
  const table = [1, 2, 3, 4, 5].map((s) => [0, 1, 2, 3, 4, 5].map((t) => longestChain(s, t)));
  expect(table).toEqual([
    [1, 2, 3, 4, 5, 6],
    [1, 3, 6, 10, 15, 21],
    [1, 4, 10, 20, 35, 56],
    [1, 5, 15, 35, 70, 126],
    [1, 6, 21, 56, 126, 252],
  ]);
  expect(longestChain(10, 10)).toBe(184_756);
  expect(longestChain(3, -1)).toBe(0);
});

test.each([
  // l steps, s checkpoints, repetitions r, steps advanced r·l − β(s+1, r−1)
  [1, 1, 0, 0],
  [10, 1, 9, 45],
  [10, 3, 2, 15],
  [16, 3, 3, 33],
  [56, 5, 3, 140],
  [100, 10, 3, 222],
  [1000, 10, 4, 4_000 - 364],
  [100_000, 100, 3, 300_000 - 5_253],
])("%d steps with %d checkpoints: %d repetitions, %d steps", (l, s, r, t) => {
  expect(repetitions(l, s)).toBe(r);
  expect(forwardSteps(l, s)).toBe(t);
});

test("the formula is the least of all, and the schedule does as well", () => {
  const table = cheapest(80, 8);
  for (let s = 1; s <= 8; s++) {
    for (let l = 1; l <= 80; l++) {
      expect(forwardSteps(l, s)).toBe(table[s]?.[l]);
      const { advanced, reversed, most } = counted(l, s);
      expect(advanced).toBe(table[s]?.[l]);
      expect(reversed).toEqual(Array.from({ length: l }, (_, k) => l - 1 - k));
      expect(most).toBeLessThanOrEqual(s);
    }
  }
});

test("the checkpoints of the first descent", () => {
  expect(firstCheckpoints(0, 3)).toEqual([]);
  expect(firstCheckpoints(1, 3)).toEqual([]);
  expect(firstCheckpoints(10, 1)).toEqual([9]);
  for (const l of [2, 10, 57, 1000]) {
    const places = firstCheckpoints(l, 4);
    expect(places[0]).toBe(nextCheckpoint(l, 4));
    expect(places.at(-1)).toBe(l - 1);
    expect(places.length).toBeLessThanOrEqual(4);
  }
});

test("more checkpoints than calls have room for", () => {
  const steps = 50_000;
  let last = steps;
  const chain = {
    advance: (_state: number, _from: number, to: number) => to,
    reverse: (state: number, k: number) => {
      if (state === k && k === last - 1) last = k;
    },
  };
  revolve(chain, 0, 0, steps, steps);
  expect(last).toBe(0);
});
