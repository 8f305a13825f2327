import fc from "fast-check";
import { expect, test } from "vitest";
import { Heap } from "./heap.ts";

test("entries come out from the largest key to the smallest", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (keys) => {
      const heap = new Heap<number>((key) => key);
      keys.forEach((key) => heap.push(key));
      const out = keys.map(() => heap.pop());
      expect(out).toEqual(keys.toSorted((a, b) => b - a));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});

test("entries that come while others leave", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), (steps) => {
      const heap = new Heap<number>((key) => key);
      let oracle: number[] = [];
      for (const step of steps) {
        if (step === null) {
          expect(heap.pop()).toBe(oracle[0]);
          oracle = oracle.slice(1);
        } else {
          heap.push(step);
          oracle = [...oracle, step].sort((a, b) => b - a);
        }
      }
      expect(heap.entries.toSorted((a, b) => b - a)).toEqual(oracle);
    }),
  );
});
