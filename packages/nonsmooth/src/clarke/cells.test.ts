import { type Scalar, DomainError, value } from "@jacobian/core";
import { cases } from "@tooling/vitest/cases";
import { holds } from "@tooling/vitest/holds";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellJacobians } from "../../test-support/cells.ts";
import {
  type Program,
  functionOf,
  hasLengths,
  randomProgram,
} from "../../test-support/piecewise-linear.ts";
import { chosen, integers } from "../../test-support/random.ts";
import {
  type ClarkeSet,
  clarke,
  directional,
  jacobian,
  lexicographic,
  nearestPoint,
} from "../index.ts";

// Random piecewise linear functions with small whole factors: what their cells say is exact. 10 000 were run.
const programs = cases(100, 2000);

const directionsOf = (seed: number, size: number): readonly (readonly number[])[] => {
  const draw = integers(seed);
  return Array.from({ length: 60 }, () => Array.from({ length: size }, () => draw(-4, 4)));
};

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, k) => sum + x * b[k]!, 0);

const claims: Record<string, number> = {};

const count = (what: string): void => {
  claims[what] = (claims[what] ?? 0) + 1;
};

/** The set by enumeration, and as a sum over kinks, if it is one; none where lengths stand within each other. */
const setsOf = (
  f: ReturnType<typeof functionOf>,
  origin: readonly number[],
): readonly ClarkeSet[] =>
  [1024, 1].flatMap((limit) => {
    try {
      return [clarke(f, { limit })(origin)];
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(String(error)).toMatch(/at most 1 selections|do not stand within each other/);
      return [];
    }
  });

/** Holds a set against the exact one: it contains it, and if it claims so is it. */
const compare = (
  set: ClarkeSet,
  cells: readonly (readonly number[])[],
  directions: readonly (readonly number[])[],
  seed: string,
) => {
  for (const J of cells) expect(set.contains(J), `${seed}: ${J.join()}`).toBe(true);
  for (const d of directions) {
    const exact = Math.max(...cells.map((J) => dot(J, d)));
    if (set.promise === "equal to the Clarke Jacobian")
      expect(set.support(d), seed).toBeCloseTo(exact, 9);
    else expect(set.support(d), seed).toBeGreaterThanOrEqual(exact - 1e-9);
  }
};

/** Holds the sets of a program against its cells, and counts what they claim. */
const checkSets = (program: Program, seed: number, name: string): void => {
  const f = functionOf(program);
  const cells = cellJacobians(program);
  const origin = new Array<number>(program.n).fill(0);
  const sets = setsOf(f, origin);
  if (sets[0] === undefined) {
    expect(hasLengths(program)).toBe(true);
    count("refused");
    return;
  }
  const directions = directionsOf(seed, program.n * program.outputs);
  for (const set of sets) compare(set, cells, directions, name);
  count(sets[0].promise);
  if (sets[1]?.kind === "support") count("sums");
  if (hasLengths(program)) count(`with lengths: ${sets[0].promise}`);
};

test(`${programs} random piecewise linear functions against their cells`, () => {
  for (let seed = 1; seed <= programs; seed++) {
    checkSets(randomProgram(integers(seed)), seed, `seed ${seed}`);
  }
  expect(claims["sums"]).toBeGreaterThan(0);
  expect(claims["equal to the Clarke Jacobian"]).toBeGreaterThan(programs / 2);
  expect(claims["hull contains the Clarke Jacobian"]).toBeGreaterThan(0);
});

/** What is certified is a Jacobian of a cell, or in the hull of some. */
const expectElement = (
  { data }: { readonly data: Float64Array },
  element: string,
  cells: readonly (readonly number[])[],
  seed: string,
): void => {
  if (element === "B-subdifferential") {
    const names = cells.map((J) => J.join());
    expect(names, seed).toContain(Array.from(data, (x) => x + 0).join());
  } else if (element === "Clarke") {
    const { point } = nearestPoint(cells.map((J) => J.map((x, k) => x - data[k]!)));
    expect(Math.hypot(...point), seed).toBeLessThan(1e-12);
  }
};

/** Holds lexicographic and directional derivatives against the cells. */
const checkDerivatives = (program: Program, seed: number, name: string): void => {
  const f = functionOf(program);
  const cells = cellJacobians(program);
  const origin = new Array<number>(program.n).fill(0);
  for (const d of directionsOf(seed, program.n).slice(0, 5)) {
    const along = directional(f)(origin, d).map((y: Scalar) => value(y));
    const exact = f(d).map((y): unknown => expect.closeTo(value(y), 12));
    expect(along, name).toEqual(exact);
    const { jacobian: J, element } = lexicographic(f, { directions: [d] })(origin);
    expectElement(J, element, cells, name);
    // The element belongs to a cell that the direction points into.
    expect(
      Array.from({ length: J.rows }, (_, i) =>
        dot(J.data.subarray(i * J.cols, (i + 1) * J.cols), d),
      ),
    ).toEqual(exact);
  }
  const { jacobian: J, element } = lexicographic(f)(origin);
  expect(jacobian(f)(origin)).toEqual(J);
  expectElement(J, element, cells, name);
};

test("lexicographic derivatives are Jacobians of cells, and directional derivatives are values", () => {
  for (let seed = 1; seed <= programs; seed++) {
    checkDerivatives(randomProgram(integers(seed)), seed, `seed ${seed}`);
  }
});

const choices = fc.array(fc.nat(9_999), { maxLength: 40, size: "max" });

holds(
  "piecewise linear functions against their cells",
  fc.property(choices, (list) => {
    const program = randomProgram(chosen(list));
    checkSets(program, 1, "chosen");
    checkDerivatives(program, 1, "chosen");
  }),
  { few: 50, many: 2000, print: (list) => JSON.stringify(randomProgram(chosen(list))) },
);
