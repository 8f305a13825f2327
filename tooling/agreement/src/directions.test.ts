import * as core from "@jacobian/core";
import type { Value } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as linalg from "@jacobian/linalg";
import { pointOf, random, scenarios, seedOf } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import { stretched } from "./differences.ts";
import { engines, inner, jvp, mixed } from "./engines.ts";
import type { AnyFunction } from "./engines.ts";
import { differ, failures, largest, numbersOf, shapedLike } from "./numbers.ts";
import { primitives, primitivesOf, program } from "./primitives.ts";
import type { Primitive } from "./primitives.ts";
import { samplesOf } from "./samples.ts";
import type { Sample } from "./samples.ts";
import * as user from "./user-primitives.ts";

// Many directions in one pass against one at a time; hyper-duals against the tape on the tape.

type ListFunction = (x: readonly Value[]) => readonly Value[];

/** More than a bundle of one, and one that stands still. */
const directionsAt = (x: unknown, draw: () => number): unknown[] => [
  ...Array.from({ length: 4 }, () => stretched(x, draw)),
  shapedLike(
    x,
    numbersOf(x).map(() => 0),
  ),
];

const manyAtOnce = (f: AnyFunction, x: unknown, directions: readonly unknown[]): string[] => {
  // Entered with casts, as in engines.ts.
  const { tangents } = dual.pushforward(f as ListFunction)(
    x as readonly Value[],
    directions as readonly (readonly Value[])[],
  );
  return directions.flatMap((v, k) =>
    differ(`direction ${k}`, numbersOf(jvp(f, x, v).tangent), numbersOf(tangents[k]), 0),
  );
};

/** Rounding of the two roads, relative to the largest entry of the first and second derivative. */
const rounding = 1e-12;

const [, tape] = engines;

/** ⟨w, ∂²f/∂v∂u⟩ */
const hyperDual = (
  f: AnyFunction,
  x: unknown,
  [v, u]: readonly unknown[],
  draw: () => number,
): string[] => {
  const y = f(x);
  const w = shapedLike(y, numbersOf(y).map(draw));
  const { first, second } = mixed(f, x, v, u);
  const gradient = tape?.gradient(tape.contract(f, v, w))(x);
  const size = largest(numbersOf(gradient)) * largest(numbersOf(u));
  // Plain arrays and elements may be summed in another order.
  const once = [v, u].flatMap((direction, k) => {
    const tangent = numbersOf(jvp(f, x, direction).tangent);
    return differ(`∂f along ${k}`, tangent, numbersOf(first[k]), rounding * largest(tangent));
  });
  return [
    ...once,
    ...differ(
      "∂²f/∂v∂u",
      numbersOf(inner(gradient, u)),
      numbersOf(inner(w, second)),
      rounding * Math.max(size, largest(numbersOf(second))) * numbersOf(y).length,
    ),
  ];
};

const check = (f: AnyFunction, x: unknown, draw: () => number): string[] => {
  const directions = directionsAt(x, draw);
  return [
    ...failures("pushforward", () => manyAtOnce(f, x, directions)),
    ...failures("mixedDirectional", () => hyperDual(f, x, directions, draw)),
  ];
};

const checkSamples = (primitive: Primitive, samples: readonly Sample[]): string[] => {
  const draw = random(seedOf(primitive.name));
  return samples.flatMap(({ inputs, statics }) =>
    check((x) => program(primitive, statics)(x as readonly Value[]), inputs, draw),
  );
};

describe("every primitive, at its samples", () => {
  test.each(primitives)("$name", (primitive) => {
    expect(checkSamples(primitive, samplesOf(primitive.name, "interior"))).toEqual([]);
  });
});

describe("a user's own primitive", () => {
  test.each(primitivesOf(user))("$name", (primitive) => {
    expect(checkSamples(primitive, user.userSamples[primitive.name] ?? [])).toEqual([]);
  });
});

describe("every scenario", () => {
  test.each(scenarios)("$name", (scenario) => {
    const draw = random(seedOf(scenario.name));
    expect(check(scenario.f(core, linalg), pointOf(scenario, core), draw)).toEqual([]);
  });
});
