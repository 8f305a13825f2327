import * as core from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { compare, largest } from "./compare.ts";
import { flatten, outline, plain, unflatten } from "./container.ts";
import { value } from "./first.ts";
import { know, moved, pushforward, stretch } from "./known.ts";
import type { Known } from "./known.ts";
import { richardson } from "./richardson.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";
import { delta, get, list } from "./table.ts";
import { random, seedOf } from "./random.ts";

/** Each unit vector where they are few, else two random directions. */
const directions = (known: Known): number[][] => {
  const n = flatten(known.x).length;
  if (n <= 40) return list(n, (k) => list(n, (j) => delta(j, k)));
  const draw = random(seedOf("directions"));
  return [list(n, draw), list(n, draw)];
};

/** The Jacobian known by hand against differences of f itself, evaluated on plain numbers. */
const differences = (known: Known): string[] =>
  directions(known).flatMap((u, k) => {
    const estimates = richardson((t) => flatten(plain(known.f(moved(known, u, t)))));
    const direction = unflatten(core, known.x, stretch(flatten(known.x), u));
    const byHand = pushforward(known, known.x, direction);
    const values = estimates.map((e) => e.value);
    const errors = estimates.map((e) => e.error);
    const scale = Math.max(largest(values), largest(flatten(known.y)));
    if (errors.some((error) => !(error <= 1e-6 * scale))) return [`direction ${k}: too rough`];
    const tolerance = (i: number) => 1e-10 * scale + 10 * get(errors, i);
    return compare(`direction ${k}`, values, byHand, tolerance);
  });

/** The scenario at its point, or near it: what is known by hand holds in a neighbourhood. */
const near = (scenario: Scenario, t: number): Known => {
  const known = know(core, linalg, scenario);
  const u = list(flatten(known.x).length, random(seedOf("near")));
  return know(core, linalg, { ...scenario, x: () => moved(known, u, t) });
};

describe("scenarios", () => {
  test("are at least seventy, under names of their own, each with a source", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(70);
    expect(new Set(scenarios.map((s) => s.name)).size).toBe(scenarios.length);
    expect(scenarios.filter((s) => s.source.length < 8)).toEqual([]);
  });

  test("cover every kind of container, in and out", () => {
    const known = scenarios.map((s) => know(core, linalg, s));
    for (const side of ["x", "y"] as const) {
      const outlines = known.map((k) => outline(k[side]));
      for (const kind of [/^number$/, /^vector/, /^matrix/, /^\[number/, /^\{/, /[[{].*[[{]/]) {
        expect(outlines.some((o) => kind.test(o))).toBe(true);
      }
    }
  });

  for (const scenario of scenarios) {
    test.each([0, 0.05])(`${scenario.name}: by hand as f itself, %d away`, (t) => {
      const known = near(scenario, t);
      const n = flatten(known.x).length;
      const engine = { name: "none", core, jacobian: () => () => new core.Matrix(0, 0) };
      expect(value(engine, known)).toEqual([]);
      expect(known.jacobian.map((row) => row.length)).toEqual(flatten(known.y).map(() => n));
      expect(differences(known)).toEqual([]);
    });
  }
});
