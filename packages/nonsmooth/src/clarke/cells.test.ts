import { type Scalar, value } from "@jacobian/core";
import { expect, test } from "vitest";
import { cellJacobians } from "../../test-support/cells.ts";
import { functionOf, randomProgram } from "../../test-support/piecewise-linear.ts";
import { integers } from "../../test-support/random.ts";
import { clarke, directional, jacobian, lexicographic } from "../index.ts";

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

test(`${programs} random piecewise linear functions against their cells`, () => {
  for (let seed = 1; seed <= programs; seed++) {
    const program = randomProgram(seed);
    const f = functionOf(program);
    const cells = cellJacobians(program);
    const origin = new Array<number>(program.n).fill(0);
    const set = clarke(f)(origin);
    claims[set.promise] = (claims[set.promise] ?? 0) + 1;
    // Every claim contains the exact set.
    for (const J of cells) expect(set.contains(J), `seed ${seed}: ${J.join()}`).toBe(true);
    for (const d of directionsOf(seed, program.n * program.outputs)) {
      const exact = Math.max(...cells.map((J) => dot(J, d)));
      if (set.promise === "equal to the Clarke Jacobian")
        expect(set.support(d), `seed ${seed}`).toBe(exact);
      else expect(set.support(d), `seed ${seed}`).toBeGreaterThanOrEqual(exact);
    }
  }
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
