import { expect, test } from "vitest";
import { Proximity, type Trial } from "./proximity.ts";

const serious: Trial = {
  serious: true,
  change: -1,
  promised: -1,
  error: 0,
  variation: 1,
  slope: 1,
};
const idle: Trial = { serious: false, change: 3, promised: -1, error: 100, variation: 1, slope: 1 };

const after = (trials: readonly Trial[]): number => {
  const proximity = new Proximity(8);
  for (const trial of trials) proximity.learn(trial);
  return 1 / proximity.t;
};

test("one serious step changes nothing; a second that keeps the promise lowers u, tenfold at the most", () => {
  expect(after([serious])).toBe(8);
  expect(after([serious, serious])).toBeCloseTo(0.8, 15);
  expect(after([serious, { ...serious, change: -0.75 }])).toBe(4);
});

test("a row of serious steps that promise too much halves u at last", () => {
  const poor = { ...serious, change: -0.2 };
  expect(after([poor, poor, poor, poor])).toBe(8);
  expect(after([poor, poor, poor, poor, poor])).toBe(4);
});

test("null steps raise u only after some in a row, and for a cut of large error", () => {
  expect(after([idle, idle, idle, idle])).toBe(8);
  expect(after([idle, idle, idle, idle, idle])).toBe(64);
  expect(after([idle, idle, idle, idle, { ...idle, error: 5 }])).toBe(8);
  expect(after([idle, idle, idle, idle, { ...idle, change: 99 }])).toBe(80);
});

test("u follows the slopes of centres down, but no further than 1e-10 of them", () => {
  const row = (slope: number): readonly Trial[] =>
    Array.from({ length: 40 }, () => ({ ...serious, slope }));
  expect(after(row(1))).toBeCloseTo(1e-10, 24);
  expect(after(row(1e-5))).toBeCloseTo(1e-15, 29);
});
