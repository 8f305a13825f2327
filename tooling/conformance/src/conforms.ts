import { describe, expect, test } from "vitest";
import { check, failures } from "./check.ts";
import { confusions, curried, hazards, roads } from "./confusion.ts";
import type { Engine } from "./engine.ts";
import { scenarios } from "./scenarios.ts";

const patience = 30_000;

/**
 * Declares the tests that an engine must pass: every scenario with all checks, and every hazard of
 * nested derivatives by every transformation that the engine has.
 */
export const conforms = (engine: Engine): void => {
  describe(`${engine.name} conforms`, () => {
    for (const scenario of scenarios) {
      const missing = scenario.needs === "linalg" && engine.linalg === undefined;
      test.skipIf(missing)(scenario.name, { timeout: patience }, () => {
        expect(check(engine, scenario)).toEqual([]);
      });
    }
  });
  describe(`${engine.name} keeps nested derivatives apart`, () => {
    for (const [road, D] of roads(engine)) {
      for (const hazard of hazards) {
        test(`by ${road}: ${hazard.name}`, () => {
          expect(failures(road, () => confusions(D, hazard, engine.core))).toEqual([]);
        });
      }
    }
    const { core, derivative } = engine;
    if (derivative === undefined) return;
    test(`by derivative: ${curried.name}`, () => {
      expect(failures("derivative", () => curried.check(derivative, core))).toEqual([]);
    });
  });
};
