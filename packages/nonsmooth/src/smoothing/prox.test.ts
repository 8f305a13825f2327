import { DomainError, ShapeError, square, sub, sum, type Vector } from "@jacobian/core";
import { gradient, jacobian } from "@jacobian/dual";
import { randomMatrix } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { moreauEnvelope } from "./moreau-envelope.ts";
import { l1Norm, l2Norm, largestEntry, reluSum } from "./norms.ts";
import type { Proximable } from "./proximable.ts";
import { ball, box, simplex } from "./sets.ts";

const n = 5;

const points = (count: number, seed: number): Float64Array[] => {
  const { data } = randomMatrix(count, n, { seed, distribution: "normal" });
  return Array.from({ length: count }, (_, k) => data.slice(k * n, (k + 1) * n).map((x) => 2 * x));
};

const distance2 = (x: Float64Array, y: Float64Array): number => sum(square(sub(x, y)));

const terms: readonly Proximable[] = [
  l1Norm(),
  l1Norm(0.3),
  l2Norm(),
  l2Norm(3),
  reluSum(),
  largestEntry(),
  box(-1, 0.5),
  box(0, Infinity),
  ball(1.5),
  simplex(),
  simplex(2),
];

test("parameters out of range are refused", () => {
  const wrong = [
    () => l1Norm(0),
    () => l2Norm(-1),
    () => box(1, 0),
    () => box(NaN, 1),
    () => box(Infinity, Infinity),
    () => ball(0),
    () => simplex(-1),
    () => moreauEnvelope(l1Norm(), 0),
  ];
  for (const call of wrong) expect(call).toThrow(DomainError);
  // As from a program that is not type-checked.
  expect(() => moreauEnvelope(l1Norm(), 1)(3 as never)).toThrow(ShapeError);
});

describe.each(terms.map((term, k) => [`${term.name} (${k})`, term] as const))("%s", (_, term) => {
  test("prox(x) is the least of r(y) + |y − x|²/2t, by its strong convexity", () => {
    for (const x of [...points(20, 1), new Float64Array(n), Float64Array.of(1, 1, 1, -1, 0)])
      for (const t of [0.1, 1, 4]) {
        const p = term.prox(x, t);
        const least = term.value(p) + distance2(p, x) / (2 * t);
        // Feasible ones among them, also for sets.
        for (const y of [...points(30, 2), ...points(30, 3).map((z) => term.prox(z, t)), x]) {
          const other = term.value(y) + distance2(y, x) / (2 * t) - distance2(y, p) / (2 * t);
          expect(other - least).toBeGreaterThanOrEqual(-1e-12 * (1 + Math.abs(least)));
        }
      }
  });

  test("its Lipschitz constant holds, and is met by some points", () => {
    const L = term.lipschitz(n);
    if (L === Infinity) return;
    const steep = [Float64Array.of(1, 1, 1, 1, 1), Float64Array.of(1, 0, 0, 0, 0)];
    const pairs = points(40, 4).map((x, k) => [x, points(40, 5)[k]!] as const);
    const rates = [...pairs, ...steep.map((x) => [x, new Float64Array(n)] as const)].map(
      ([x, y]) => Math.abs(term.value(x) - term.value(y)) / Math.sqrt(distance2(x, y)),
    );
    expect(Math.max(...rates)).toBeCloseTo(L, 14);
  });

  test("its envelope is below it by t·L²/2 at the most, with the slope (x − prox(x))/t", () => {
    for (const t of [0.1, 1]) {
      const envelope = moreauEnvelope(term, t);
      for (const x of points(15, 6)) {
        expect(envelope(x)).toBeLessThanOrEqual(term.value(x) + 1e-14);
        const bound = (t * term.lipschitz(n) ** 2) / 2;
        expect(envelope(x) + bound + 1e-12).toBeGreaterThanOrEqual(Math.min(term.value(x), 1e300));
        const slope = gradient((y: Vector) => envelope(y))(x);
        // Central differences: the slope has kinks, so their error is of first order in h at the worst.
        slope.forEach((entry, i) => {
          const at = (h: number) => envelope(x.map((z, k) => (k === i ? z + h : z)));
          expect((at(1e-6) - at(-1e-6)) / 2e-6).toBeCloseTo(entry, 4);
        });
      }
    }
  });
});

test("the envelope of |x| is Huber's function, with its second derivative", () => {
  const huber = moreauEnvelope(l1Norm(), 2);
  const slope = gradient((x: Vector) => huber(x));
  expect(huber(Float64Array.of(1))).toBe(0.25);
  expect(huber(Float64Array.of(5))).toBe(4);
  expect([1, 5, -5, 2].map((x) => slope(Float64Array.of(x))[0])).toEqual([0.5, 1, -1, 1]);
  const second = jacobian((x: Vector) => slope(x));
  expect(second(Float64Array.of(1)).data).toEqual(Float64Array.of(0.5));
  expect(second(Float64Array.of(5)).data).toEqual(Float64Array.of(0));
});

test("sizes far from 1: the simplex beside large entries, a box that is narrow", () => {
  const onto = (x: readonly number[]) => simplex().prox(Float64Array.from(x), 1);
  expect(onto([1e17, 0])).toEqual(Float64Array.of(1, 0));
  expect(onto([1e15, 1e15 + 0.5, 3])).toEqual(Float64Array.of(0.25, 0.75, 0));
  expect(largestEntry().prox(Float64Array.of(1e17, 0), 1)[1]).toBe(0);
  const narrow = box(0, 1e-15);
  expect(narrow.value(Float64Array.of(5e-13))).toBe(Infinity);
  expect(narrow.value(Float64Array.of(-1e-30))).toBe(Infinity);
  expect(narrow.value(Float64Array.of(1e-15))).toBe(0);
  expect(box(-Infinity, 3).value(Float64Array.of(3 + 4e-16, -1e300))).toBe(0);
});
