import type { Value } from "@jacobian/core";
import { random } from "@tooling/conformance";
import fc from "fast-check";
import { expect, test } from "vitest";
import { againstDifferences, difference } from "./differences.ts";
import type { AnyFunction } from "./engines.ts";
import { inner, jvp, vjp } from "./engines.ts";
import { differ, largest, numbersOf, shapedLike } from "./numbers.ts";
import { holdsConstant, print, programs, run } from "./random-program.ts";

const count = 2_000;

/** Rounding of the two engines, whose sums run in different orders, relative to the largest term. */
const rounding = 1e-12;

/** One radius is enough where every operand is a sine. */
const radii = [2 ** -4];

const units = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** In words, how the engines disagree on ∇⟨w, f⟩ at x, with each other and with differences. */
const disagreements = (f: AnyFunction, seed: number, smooth: boolean): string[] => {
  const draw = random(seed);
  const x = [draw(), draw(), draw()];
  const y = f(x);
  const w = shapedLike(y, numbersOf(y).map(draw));
  const forward = units.map((unit) => jvp(f, x, unit).tangent);
  const reverse = vjp(f, x, w).cotangent;
  const size = largest(forward.flatMap(numbersOf));
  const sums = forward.map((tangent) => numbersOf(inner(w, tangent))[0] ?? NaN);
  const terms = numbersOf(y).length;
  const v = x.map(draw);
  const first = (point: unknown) => vjp(f, point, w).cotangent;
  const second = jvp(first, x, v).tangent;
  const other = vjp((point) => inner(jvp(f, point, v).tangent, w), x, 1).cotangent;
  const large = largest(numbersOf(second));
  return [
    ...differ("gradient by dual and by tape", sums, numbersOf(reverse), rounding * size * terms),
    ...differ(
      "second order, dual over tape and tape over dual",
      numbersOf(second),
      numbersOf(other),
      rounding * Math.max(size, large) * terms,
    ),
    ...(smooth
      ? againstDifferences(
          "J·v",
          difference(f, x, v, radii),
          numbersOf(jvp(f, x, v).tangent),
          largest(numbersOf(y)),
        )
      : []),
  ];
};

test(`${count} random programs: dual, tape and differences agree`, { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(programs, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (steps, seed) => {
      const f: AnyFunction = (x) => run(steps)(x as readonly Value[]);
      const wrong = disagreements(f, seed, !holdsConstant(steps));
      expect(wrong, `${print(steps)}\n`).toEqual([]);
    }),
    { numRuns: count, seed: 20 },
  );
});
