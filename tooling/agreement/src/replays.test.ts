import { at, gt, mul, square, sub, sum } from "@jacobian/core";
import type { Value } from "@jacobian/core";
import { expect, test } from "vitest";
import type { AnyFunction } from "./engines.ts";
import { replays } from "./replays.ts";

const x = [Float64Array.of(0.5, -1.25)];

/** What is given a list of one vector. */
const ofVector =
  (f: (x: Float64Array) => Value): AnyFunction =>
  (list) =>
    f((list as Float64Array[])[0] ?? new Float64Array(0));

test("a function of its input alone is replayed, and evaluated where a branch is another", () => {
  const f = ofVector((y) => (gt(at(y, 0), 0) ? sum(square(y)) : sum(mul(3, y))));
  const { wrong, uses, replayed } = replays("f", f, x, 1);
  expect(wrong).toEqual([]);
  expect(uses).toBe(5);
  expect(replayed).toBeGreaterThan(1);
  expect(replayed).toBeLessThan(5);
});

test("a function of something else is found out", () => {
  let calls = 0;
  const f = ofVector((y) => mul(++calls, sum(y)));
  expect(replays("f", f, x, 1).wrong[0]).toContain("f, its record at place 0: expected");
});

test("so is one that throws where its record does not", () => {
  let calls = 0;
  const f = ofVector((y) => {
    if (++calls > 1) throw new RangeError("mine");
    return sum(sub(y, 1));
  });
  expect(replays("f", f, x, 1).wrong[0]).toContain("RangeError: mine");
});
