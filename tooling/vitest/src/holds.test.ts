import fc from "fast-check";
import { expect, test } from "vitest";
import { holds, refuted } from "./holds.ts";

const list = fc.array(fc.nat(100));
const total = (x: readonly number[]): number => x.reduce((sum, entry) => sum + entry, 0);

holds(
  "the sum of a list is that of its reverse",
  fc.property(list, (x) => total(x) === total(x.toReversed())),
  { few: 50, many: 50 },
);

test("the smallest input that fails is told, with the seed that leads there", () => {
  const small = fc.property(list, (x) => total(x) < 40);
  const print = (x: readonly number[]): string => `[${x.join()}]`;
  const told = refuted(small, { numRuns: 100, seed: 7, print });
  expect(told).toMatch(/^seed 7 \(npm run fuzz -- 1 7\)\nSmallest: \[40\]\n/);
  expect(refuted(small, { numRuns: 100, seed: 7, print })).toBe(told);
});

test("where nothing fails nothing is told", () => {
  const right = fc.property(list, (x) => total(x) >= 0);
  expect(refuted(right, { numRuns: 100, seed: 7, print: undefined })).toBe("");
});
