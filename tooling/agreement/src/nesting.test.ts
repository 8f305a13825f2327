import * as core from "@jacobian/core";
import { add, entryCount, leavesOf, mapLeaves, mul } from "@jacobian/core";
import type { Value } from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { pointOf, random, scenarios, seedOf } from "@tooling/conformance";
import type { Scenario } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import type { AnyFunction } from "./engines.ts";
import { stretched } from "./differences.ts";
import { contracted, disagreements, repeated } from "./nested.ts";
import { failures, numbersOf, shapedLike } from "./numbers.ts";

/** A Jacobian of a Jacobian … is written out up to this many entries; all are also contracted. */
const affordable = 2_000;

/** Functions of more inputs than this are looked at in a subspace of three directions. */
const many = 100;

/** t ↦ f(x + t₁d₁ + t₂d₂ + …) */
const along =
  (f: AnyFunction, x: unknown, directions: readonly unknown[]): AnyFunction =>
  (t) => {
    const moves = leavesOf("nesting", t).map((length, k) =>
      leavesOf("nesting", directions[k]).map((part) => mul(length, part)),
    );
    let leaf = 0;
    return f(
      mapLeaves("nesting", x, (part) => {
        const k = leaf++;
        return moves.reduce<Value>((sum, move) => add(sum, move[k] ?? NaN), part);
      }),
    );
  };

const located = (scenario: Scenario) => {
  const f = scenario.f(core, linalg);
  const x = pointOf(scenario, core);
  const draw = random(seedOf(scenario.name));
  return entryCount("nesting", x) > many
    ? {
        f: along(
          f,
          x,
          [1, 2, 3].map(() => stretched(x, draw)),
        ),
        x: [0, 0, 0],
        draw,
      }
    : { f, x, draw };
};

describe.each([
  ["second", 2],
  ["third", 3],
] as const)("%s derivatives agree in every order of engines", (_, order) => {
  test.each(scenarios)("$name", (scenario) => {
    const { f, x, draw } = located(scenario);
    const y = f(x);
    const w = shapedLike(y, numbersOf(y).map(draw));
    const directions = [stretched(x, draw), stretched(x, draw)];
    const entries = entryCount("nesting", y) * entryCount("nesting", x) ** order;
    const failed = failures("contracted", () =>
      disagreements(order, (engines) => contracted(f, engines, w, directions)(x)),
    );
    if (entries <= affordable) {
      failed.push(
        ...failures("Jacobian of Jacobian", () =>
          disagreements(order, (engines) => repeated(f, engines)(x)),
        ),
      );
    }
    expect(failed).toEqual([]);
  });
});
