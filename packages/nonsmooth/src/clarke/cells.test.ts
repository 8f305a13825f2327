import { type Scalar, DomainError, value } from "@jacobian/core";
import { expect, test } from "vitest";
import { cellJacobians } from "../../test-support/cells.ts";
import { functionOf, randomProgram } from "../../test-support/piecewise-linear.ts";
import { integers } from "../../test-support/random.ts";
import { type ClarkeSet, clarke, directional, jacobian, lexicographic } from "../index.ts";

// Random piecewise linear functions with small whole factors: what their cells say is exact. Set PROGRAMS to run
// more of them; 10 000 were run.
const programs = Number(process.env["PROGRAMS"] ?? 300);

const directionsOf = (seed: number, size: number): readonly (readonly number[])[] => {
  const draw = integers(seed);
  return Array.from({ length: 60 }, () => Array.from({ length: size }, () => draw(-4, 4)));
};

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, k) => sum + x * b[k]!, 0);

const claims: Record<string, number> = {};

/** The set by enumeration, and as a sum over kinks, if it is one. */
const setsOf = (
  f: ReturnType<typeof functionOf>,
  origin: readonly number[],
): readonly ClarkeSet[] => {
  const set = clarke(f)(origin);
  try {
    return [set, clarke(f, { limit: 1 })(origin)];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return [set];
  }
};

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

test(`${programs} random piecewise linear functions against their cells`, () => {
  for (let seed = 1; seed <= programs; seed++) {
    const program = randomProgram(seed);
    const f = functionOf(program);
    const cells = cellJacobians(program);
    const origin = new Array<number>(program.n).fill(0);
    const sets = setsOf(f, origin);
    const directions = directionsOf(seed, program.n * program.outputs);
    for (const set of sets) compare(set, cells, directions, `seed ${seed}`);
    claims[sets[0]!.promise] = (claims[sets[0]!.promise] ?? 0) + 1;
    claims["sums"] = (claims["sums"] ?? 0) + Number(sets[1]?.kind === "support");
  }
  expect(claims["sums"]).toBeGreaterThan(0);
  expect(claims["equal to the Clarke Jacobian"]).toBeGreaterThan(programs / 2);
  expect(claims["hull contains the Clarke Jacobian"]).toBeGreaterThan(0);
});

test("lexicographic derivatives are Jacobians of cells, and directional derivatives are values", () => {
  for (let seed = 1; seed <= programs; seed++) {
    const program = randomProgram(seed);
    const f = functionOf(program);
    const cells = cellJacobians(program).map((J) => J.join());
    const origin = new Array<number>(program.n).fill(0);
    for (const d of directionsOf(seed, program.n).slice(0, 5)) {
      const along = directional(f)(origin, d).map((y: Scalar) => value(y));
      expect(along, `seed ${seed}`).toEqual(f(d).map((y) => value(y) + 0));
      const { jacobian: J, element } = lexicographic(f, { directions: [d] })(origin);
      expect(element).toBe("B-subdifferential");
      expect(cells, `seed ${seed}`).toContain(Array.from(J.data, (x) => x + 0).join());
      // The element belongs to a cell that the direction points into.
      expect(
        Array.from(
          { length: J.rows },
          (_, i) => dot(J.data.subarray(i * J.cols, (i + 1) * J.cols), d) + 0,
        ),
      ).toEqual(along);
    }
    expect(cells).toContain(Array.from(jacobian(f)(origin).data, (x) => x + 0).join());
  }
});
