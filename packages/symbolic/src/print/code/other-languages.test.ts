import { describe, expect, test } from "vitest";
import { everyPrimitive, nested, points } from "../../../test-support/every-primitive.ts";
import {
  compilesInPython,
  differences,
  hasC,
  hasPython,
  runC,
  runPython,
} from "../../../test-support/run-source.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { Formula } from "../../formula/formula.ts";
import { symbols } from "../../symbols.ts";
import { toC } from "./c.ts";
import { toPython } from "./python.ts";

const [x, y] = symbols("x y");

type Cases = readonly (readonly [name: string, formula: Formula])[];

/** Differences from evaluation, the largest of each formula by name. */
const compared = (
  cases: Cases,
  run: (formulas: readonly Formula[]) => readonly number[],
  at: typeof points,
  atLeast?: number,
): readonly (readonly [name: string, error: number])[] => {
  const formulas = cases.map(([, formula]) => formula);
  const expected = at.flatMap(([a, b]) => evaluate(formulas, { x: a, y: b }));
  const errors = differences(run(formulas), expected, atLeast);
  return cases.map(([name], k) => [
    name,
    Math.max(...errors.filter((_, i) => i % cases.length === k)),
  ]);
};

/** Functions that a library computes by other series than core does. */
const isSpecial = (name: string): boolean => /beta|gamma|erf/.test(name);

const languages = [
  {
    language: "C",
    isHere: hasC,
    reason: "no gcc on this machine",
    run: (at: typeof points) => (all: readonly Formula[]) => runC(toC(all, [x, y]), all.length, at),
  },
  {
    language: "Python",
    isHere: hasPython,
    reason: "no python3 with NumPy and SciPy on this machine",
    run: (at: typeof points) => (all: readonly Formula[]) => runPython(toPython(all, [x, y]), at),
  },
];

// SciPy continues the beta function beyond its domain.
const positive = points.filter(([a, b]) => a > 0 && b > 0);

describe.each(languages)("$language", ({ isHere, reason, run }) => {
  test.skipIf(!isHere)(`computes every primitive (skipped where there is ${reason})`, () => {
    const [special, elementary]: readonly [Cases, Cases] = [
      everyPrimitive().filter(([name]) => isSpecial(name)),
      everyPrimitive().filter(([name]) => !isSpecial(name)),
    ];
    for (const [name, error] of compared(elementary, run(points), points)) {
      expect([name, error <= 1e-15]).toEqual([name, true]);
    }
    // Next to zeros the error is absolute.
    for (const [name, error] of compared(special, run(positive), positive, 0.1)) {
      expect([name, error <= 1e-14]).toEqual([name, true]);
    }
  });

  test.skipIf(!isHere)(`nests operations (skipped where there is ${reason})`, () => {
    // (A remainder of what is rounded otherwise may be another altogether.)
    const cases = nested().filter(([name]) => !isSpecial(name) && !name.startsWith("mod"));
    for (const [name, error] of compared(cases, run(points), points, 1)) {
      expect([name, error <= 1e-13]).toEqual([name, true]);
    }
  });
});

test("Python takes the source of every primitive", () => {
  const all = [...everyPrimitive(), ...nested()].map(([, formula]) => formula);
  const verdict = compilesInPython(toPython(all, [x, y]));
  // (There is no verdict where there is no Python.)
  expect([true, undefined]).toContain(verdict);
  expect(compilesInPython("def f(:")).not.toBe(true);
});
