import { type Scalar, DomainError, add, mul, square } from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { cases } from "@tooling/vitest/cases";
import { expect, test } from "vitest";
import { functionOf, hasLengths, randomProgram } from "../../test-support/piecewise-linear.ts";
import { integers } from "../../test-support/random.ts";
import { type ClarkeSet, clarke } from "../index.ts";

// Curvature opens and closes cones that gradients do not know: no claim may go by gradients alone. Jacobians at points
// close by are the oracle. 1 500 programs were run.
const programs = cases(70, 1500);

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, k) => sum + x * b[k]!, 0);

/** A random piecewise linear program of x + the squares of other coordinates. */
const curvedProgram = (seed: number) => {
  const program = randomProgram(integers(seed));
  const draw = integers(seed);
  const bends = Array.from({ length: program.n }, () => draw(-2, 2));
  const linear = functionOf(program);
  const f = (x: readonly Scalar[]): readonly Scalar[] =>
    linear(x.map((entry, i) => add(entry, mul(bends[i]!, square(x[(i + 1) % x.length]!)))));
  return { ...program, f, draw };
};

/** None where lengths stand within each other. */
const setOf = (f: ReturnType<typeof functionOf>, n: number): ClarkeSet | undefined => {
  try {
    return clarke(f)(new Array<number>(n).fill(0));
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect(String(error)).toContain("do not stand within each other");
    return undefined;
  }
};

test(`${programs} random curved functions against Jacobians close by`, () => {
  let claimed = 0;
  for (let seed = 1; seed <= programs; seed++) {
    const program = curvedProgram(seed);
    const { n, outputs, f, draw } = program;
    if (n > 2) continue;
    const set = setOf(f, n);
    if (set === undefined) {
      expect(hasLengths(program)).toBe(true);
      continue;
    }
    const limits = Array.from(
      { length: 150 },
      () => jacobian(f)(Array.from({ length: n }, () => draw(-1000, 1000) * 1e-12)).data,
    );
    const isEqual = set.promise === "equal to the Clarke Jacobian";
    if (isEqual) claimed++;
    for (let k = 0; k < 20; k++) {
      const D = Float64Array.from({ length: n * outputs }, () => draw(-5, 5));
      const exact = Math.max(...limits.map((J) => dot(J, D)));
      const slack = 1e-6 * (1 + Math.abs(exact));
      expect(set.support(D), `seed ${seed}`).toBeGreaterThanOrEqual(exact - slack);
      if (isEqual) expect(set.support(D), `seed ${seed}`).toBeLessThanOrEqual(exact + slack);
    }
  }
  expect(claimed).toBeGreaterThan(programs / 3);
});
