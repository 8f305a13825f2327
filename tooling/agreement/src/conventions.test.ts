import { hypot, sin, sqrt, square, tanh, where } from "@jacobian/core";
import type { Scalar } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { jacobiansAt } from "./by-differences.ts";
import { conventions } from "./conventions.ts";
import type { ScalarFunction } from "./engines.ts";
import { engines, nameOf, orders } from "./engines.ts";
import { numbersOf } from "./numbers.ts";
import { primitives, program } from "./primitives.ts";
import type { Primitive } from "./primitives.ts";
import { samplesOf } from "./samples.ts";

const primitive = (name: string): Primitive => {
  const found = primitives.find((candidate) => candidate.name === name);
  if (found !== undefined) return found;
  throw new Error(`convention: expected the name of a primitive, got ${name}; correct the table`);
};

describe("at kinks and jumps both engines follow the convention", () => {
  test.each(conventions)("$name: $says", ({ name, at, jacobian }) => {
    const f = program(primitive(name), at.statics);
    expect(jacobiansAt(f, at)).toEqual(engines.map(() => jacobian));
  });

  const named = new Set(conventions.map(({ name }) => name));
  const kinked = primitives.filter(({ name }) =>
    samplesOf(name).some(({ kind = "interior" }) => kind !== "interior"),
  );

  test.each(kinked)("$name has a convention by name", ({ name }) => {
    expect(named).toContain(name);
  });

  test.each(kinked)("$name: the engines agree at all its ties and jumps", (kink) => {
    for (const sample of [...samplesOf(kink.name, "tie"), ...samplesOf(kink.name, "jump")]) {
      const [forward, reverse] = jacobiansAt(program(kink, sample.statics), sample);
      expect(forward).toEqual(reverse);
    }
  });

  const constant = primitives.filter(({ rule }) => rule.kind === "locallyConstant");

  test.each(constant)("$name has derivative 0 everywhere", (flat) => {
    for (const sample of samplesOf(flat.name)) {
      expect(jacobiansAt(program(flat, sample.statics), sample).flat()).toEqual([0, 0]);
    }
  });
});

/** A scalar function of a scalar, for engines that take any container. */
const of =
  (f: (x: Scalar) => Scalar): ScalarFunction =>
  (x) =>
    // The tests below differentiate at scalars only.
    f(x as Scalar);

describe("derivatives that a plausible formula loses", () => {
  test.each(engines)("tanh′(20) = 1.7e-17, by $name", ({ gradient }) => {
    const [slope = NaN] = numbersOf(gradient(of(tanh))(20));
    expect(Math.abs(slope / 1.6993417021166355e-17 - 1)).toBeLessThan(1e-12);
  });

  test.each(orders(2).map((order) => [nameOf(order), order] as const))("by %s", (_, order) => {
    const second = (f: (x: Scalar) => Scalar, x: number) =>
      order.reduceRight<ScalarFunction>(
        (g, { gradient }) =>
          (y) =>
            gradient(g)(y) as Scalar,
        of(f),
      )(x);
    // 0·∞ on the way to tanh″: an exact zero annihilates.
    expect(second(tanh, 800)).toBeCloseTo(0, 300);
    // A sweep that skips adjoints whose value is 0 makes this 0.
    expect(second((x) => square(sin(x)), 0)).toBe(2);
    // What is not selected may be infinite.
    expect(second((x) => where("gt", x, 0, sqrt(x), 0), 0)).toBe(0);
    // r″ along an axis is 0, although 1/r² leaves the range.
    expect(second((x) => hypot(x, 0), 1e-200)).toBe(0);
  });
});
