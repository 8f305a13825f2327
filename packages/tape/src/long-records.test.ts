import { afterEach, expect, test, vi } from "vitest";
import { chain, counting, recordOf, slope } from "../test-support/room.ts";
import { gradient } from "./index.ts";
import { Record } from "./record.ts";
import { giveBack, takeRecord } from "./records.ts";

// What records hold and keep, as in `records.test.ts` and `nesting.test.ts`, at sizes that take their time.

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([100_000, 1_000_000])("at most 48 bytes for each of %d operations", (n) => {
  const { operations, bytes } = recordOf(n);
  expect(operations).toBe(n);
  expect(bytes).toBeGreaterThanOrEqual(32 * n);
  expect(bytes).toBeLessThanOrEqual(48 * n);
});

test.each([100_000, 1_000_000])("a second call of %d operations makes no arrays", (n) => {
  const f = gradient(chain(n));
  const first = f(0.4);
  const made = counting();
  expect(f(0.4)).toBe(first);
  expect(first).toBeCloseTo(slope(n, 0.4), 12);
  expect(made.bytes).toBe(0);
});

test("a record of more than 64 MiB is not kept", () => {
  const long = new Record();
  for (let k = 0; k < 3_000_000; k++) long.scalar(1, 1, 0, 0);
  expect(long.bytes).toBeGreaterThan(64 * 2 ** 20);
  giveBack(long);
  expect(takeRecord()).not.toBe(long);
});
