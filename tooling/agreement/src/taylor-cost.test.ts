import { type Plain, type Value, mapLeaves } from "@jacobian/core";
import { jet } from "@jacobian/dual";
import { random, seedOf } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import { Counting } from "./counting.ts";
import { stretched } from "./differences.ts";
import { type Program, primitives, program } from "./primitives.ts";
import { type Sample, samplesOf } from "./samples.ts";

// Taylor mode costs O(order²): operations on coefficients are counted, at order 40 and at order 20, along a
// straight line and along a curve all of whose coefficients are there. Twice the order may cost 4.5 times.

/** Operations on coefficients that the jet of this order takes along a curve of this degree. */
const operations = (f: Program, { inputs }: Sample, order: number, degree: number): number => {
  const counting = new Counting();
  const draw = random(seedOf("cost"));
  const directions = Array.from({ length: degree }, () => stretched(inputs, draw));
  const [x, ...others] = [inputs, ...directions].map(
    // Samples, and what is shaped like them, are lists of plain values.
    (list) => mapLeaves("cost", list, (leaf) => counting.lift(leaf as Plain)) as readonly Value[],
  );
  jet<readonly Value[]>(f, order)([x ?? [], ...others]);
  return counting.operations;
};

const growth = (f: Program, sample: Sample, curve: "line" | "dense"): number => {
  const degree = (order: number) => (curve === "line" ? 1 : order);
  const [once = 0, twice = 0] = [20, 40].map((n) => operations(f, sample, n, degree(n)));
  return twice / Math.max(once, 1);
};

/**
 * Functions that satisfy no algebraic differential equation (Hölder 1887 of Γ): their derivatives are a new
 * function at every order, two new ones of a beta function. That costs a factor of order more where the
 * operand is a series of its own.
 */
const transcendental: Readonly<Record<string, { readonly line: number; readonly dense: number }>> =
  {
    lgamma: { line: 4.5, dense: 8 },
    digamma: { line: 4.5, dense: 8 },
    polygamma: { line: 4.5, dense: 8 },
    lbeta: { line: 4.5, dense: 8 },
    beta: { line: 8, dense: 16 },
  };

/** Functions of a matrix by Fréchet derivatives along as many directions as the order: 2^order of them. */
const exponential = new Set(["expm", "spectralFunction"]);

describe.each(primitives.filter(({ name }) => !exponential.has(name)))("$name", (primitive) => {
  const { name } = primitive;
  // Of a function that takes seconds one is enough.
  const samples = samplesOf(name, "interior").slice(0, name === "beta" ? 1 : 3);

  test.each(["line", "dense"] as const)(
    "costs the square of the order along a %s curve",
    (curve) => {
      expect(samples.length).toBeGreaterThan(0);
      const bound = transcendental[name]?.[curve] ?? 4.5;
      for (const sample of samples) {
        expect(growth(program(primitive, sample.statics), sample, curve)).toBeLessThanOrEqual(
          bound,
        );
      }
    },
  );
});

test("the exceptions are primitives, and need to be excepted", () => {
  const names = new Set(primitives.map(({ name }) => name));
  expect(
    [...exponential, ...Object.keys(transcendental)].filter((name) => !names.has(name)),
  ).toEqual([]);
  for (const primitive of primitives.filter(({ name }) => name in transcendental)) {
    const [sample = { inputs: [] }] = samplesOf(primitive.name, "interior");
    expect(growth(program(primitive, sample.statics), sample, "dense")).toBeGreaterThan(4.5);
  }
});
