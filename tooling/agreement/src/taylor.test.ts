import { add, mapLeaves, mul, scale, type Scalar, type Value } from "@jacobian/core";
import { derivative, jet } from "@jacobian/dual";
import { random, seedOf } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import { composed, composites } from "./composites.ts";
import { stretched } from "./differences.ts";
import { differ, failures, largest, numbersOf } from "./numbers.ts";
import { type Program, primitives, primitivesOf, program } from "./primitives.ts";
import { type Sample, samplesOf } from "./samples.ts";
import * as user from "./user-primitives.ts";
import { userSamples } from "./user-primitives.ts";

/** Orders compared; nested derivatives cost a factor for each, functions of a matrix another. */
const orderOf = (name: string): number => (name === "spectralFunction" || name === "logm" ? 3 : 4);

/** What both roads may round by, relative to the largest coefficient of that order and the one below. */
const rounding = 1e-10;

type Curve = readonly (readonly Value[])[];

/** x₀ + x₁·t + x₂·t² + …, by Horner's rule in any algebra. */
const along = (curve: Curve, t: Scalar): readonly Value[] =>
  (curve[0] ?? []).map((_, i) =>
    curve.reduceRight<Value | undefined>(
      (total, x) => (total === undefined ? x[i]! : add(mul(total, t), x[i]!)),
      undefined,
    )!,
  );

/** The k-th derivative over k! of t ↦ f(x(t)) at 0, by k derivatives of one another. */
const nested = (f: (t: Scalar) => unknown, k: number): unknown => {
  let factorial = 1;
  let g = f;
  for (let n = 1; n <= k; n++) {
    factorial *= n;
    g = derivative(g);
  }
  return mapLeaves("nested", g(0), (y) => scale(1 / factorial, y));
};

const check = (name: string, f: Program, { inputs }: Sample): string[] => {
  const draw = random(seedOf(name));
  const curve: Curve = [
    inputs,
    ...[1, 2, 3].map(() => stretched(inputs, draw) as readonly Value[]),
  ];
  const got = jet<readonly Value[], [], readonly Value[]>(f, orderOf(name))(curve as never);
  let below = largest(numbersOf(got[0]));
  return got.flatMap((c, k) => {
    const expected = numbersOf(nested((t) => f(along(curve, t)), k));
    const size = largest(expected);
    const wrong = differ(`order ${k}`, expected, numbersOf(c), rounding * (size + below));
    below = size;
    return wrong;
  });
};

const all = [
  ...primitives.map((each) => ({
    name: each.name,
    of: (s: unknown) => program(each, s),
    samples: samplesOf(each.name, "interior"),
  })),
  ...primitivesOf(user).map((each) => ({
    name: `a user's own ${each.name}`,
    of: (s: unknown) => program(each, s),
    samples: userSamples[each.name] ?? [],
  })),
  ...composites.map((each) => ({
    name: each.name,
    of: (s: unknown) => composed(each, s),
    samples: samplesOf(each.name, "interior"),
  })),
];

describe.each(all)("$name", ({ name, of, samples }) => {
  test("has the jets that nested derivatives have", () => {
    const wrong = samples.flatMap((sample) =>
      failures(`(${String(sample.inputs)}; ${JSON.stringify(sample.statics)})`, () =>
        check(name, of(sample.statics), sample),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
