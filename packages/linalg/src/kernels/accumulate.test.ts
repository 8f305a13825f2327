import { describe, expect, test } from "vitest";
import { randomVector } from "../../test-support/matrices.ts";
import { accumulate } from "./accumulate.ts";
import type { View } from "./view.ts";

/** C + factor·A·B, entry by entry. */
const byDefinition = (C: View, A: View, B: View, m: number, k: number, n: number, factor: number) =>
  Array.from({ length: m * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = C.data[C.start + i * C.down + j * C.right]!;
    for (let p = 0; p < k; p++) {
      const a = A.data[A.start + i * A.down + p * A.right]!;
      sum += factor * a * B.data[B.start + p * B.down + j * B.right]!;
    }
    return sum;
  });

/** A view of an m×n matrix with a margin around it; `flipped` stands column by column. */
const view = (m: number, n: number, seed: number, flipped: boolean): View => {
  const lines = flipped ? n + 3 : m + 3;
  const length = flipped ? m + 2 : n + 2;
  const data = randomVector(lines * length, seed);
  const start = 2 * length + 1;
  return flipped
    ? { data, start, down: 1, right: length }
    : { data, start, down: length, right: 1 };
};

const entries = (C: View, m: number, n: number): number[] =>
  Array.from(
    { length: m * n },
    (_, at) => C.data[C.start + Math.floor(at / n) * C.down + (at % n) * C.right]!,
  );

describe.each([
  [0, 3, 4],
  [3, 0, 4],
  [1, 1, 1],
  [3, 200, 3],
  [4, 128, 4],
  [5, 129, 7],
  [16, 16, 16],
  [13, 300, 9],
  [515, 9, 6],
  [6, 9, 515],
  [33, 40, 27],
  [2, 9, 40],
  [1, 70, 300],
  [70, 90, 1],
  [70, 33, 2],
])("C ± A·B for %i×%i·%i", (m, k, n) => {
  test.each([
    [false, false, false, 1],
    [true, false, true, -1],
    [false, true, false, -1],
    [true, true, true, 1],
  ] as const)("in strides, %#", (c, a, b, factor) => {
    const [C, A, B] = [view(m, n, 1, c), view(m, k, 2, a), view(k, n, 3, b)];
    const [before, expected] = [C.data.slice(), byDefinition(C, A, B, m, k, n, factor)];
    accumulate(C, A, B, m, k, n, factor);
    const got = entries(C, m, n);
    const error = got.reduce((most, x, at) => Math.max(most, Math.abs(x - expected[at]!)), 0);
    expect(error).toBeLessThanOrEqual(2e-16 * (k + 1) * Math.sqrt(k + 1));
    const touched = new Set(
      entries({ ...C, data: Float64Array.from(C.data.keys()) }, m, n).map(Number),
    );
    C.data.forEach((x, at) => {
      if (!touched.has(at)) expect(x).toBe(before[at]);
    });
  });
});

test("one call leaves nothing for the next", () => {
  const A = view(20, 20, 1, false);
  const make = (): number[] => {
    const C: View = { data: new Float64Array(400), start: 0, down: 20, right: 1 };
    accumulate(C, A, A, 20, 20, 20, 1);
    return entries(C, 20, 20);
  };
  const first = make();
  const wild: View = { ...A, data: A.data.map(() => NaN) };
  accumulate(
    { data: new Float64Array(900), start: 0, down: 30, right: 1 },
    wild,
    wild,
    20,
    20,
    20,
    1,
  );
  expect(make()).toEqual(first);
});
