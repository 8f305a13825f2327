import { type Scalar, type Vector, abs, add, at, mul, square, sub } from "@jacobian/core";
import { valueAndGradient } from "@jacobian/dual";
import { matmul, outer, randomMatrix } from "@jacobian/linalg";
import { Matrix } from "@jacobian/core";
import { expect, test } from "vitest";
import { dotOf } from "../nearest/dots.ts";
import { InverseHessian } from "./inverse-hessian.ts";
import { nonsmoothBfgs } from "./nonsmooth-bfgs.ts";
import { Objective } from "./objective.ts";
import { weakWolfe } from "./weak-wolfe.ts";

const objectiveOf = (f: (x: Vector) => Scalar, start: Float64Array): Objective =>
  new Objective({ operation: "test", f, oracle: valueAndGradient, start, constants: [] });

const constants = { c1: 1e-4, c2: 0.9 };

/** 8·|x² − y| + (1 − x)², a valley along a kink. */
const valley = (x: Vector): Scalar =>
  add(mul(8, abs(sub(square(at(x, 0)), at(x, 1)))), square(sub(1, at(x, 0))));

test("both conditions hold where the search ends, from many points", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const x = randomMatrix(1, 2, { seed, distribution: "normal" }).data;
    const objective = objectiveOf(valley, x);
    const start = objective.first();
    const d = start.gradient.map((entry) => -(10 ** ((seed % 9) - 4)) * entry);
    const { point, failure } = weakWolfe(objective, start, d, constants);
    expect(failure).toBeUndefined();
    const slope = dotOf(start.gradient, d);
    const t = (point.x[0]! - x[0]!) / d[0]!;
    expect(point.value).toBeLessThanOrEqual(start.value + 1e-4 * t * slope * (1 - 1e-6));
    expect(dotOf(point.gradient, d)).toBeGreaterThan(0.9 * slope);
  }
});

test("a fall without end is told, and so is a direction that rises", () => {
  const line = objectiveOf((x) => at(x, 0), Float64Array.of(0));
  const down = weakWolfe(line, line.first(), Float64Array.of(-1), constants);
  expect(down.failure).toBe("unbounded");
  expect(nonsmoothBfgs((x: Vector) => at(x, 0))(Float64Array.of(0)).reason).toBe("unbounded");
  const bent = objectiveOf((x) => abs(at(x, 0)), Float64Array.of(0));
  const up = weakWolfe(bent, bent.first(), Float64Array.of(1), constants);
  expect(up).toMatchObject({ failure: "stalled", point: { value: 0 } });
});

test("constants between which no step need be are refused", () => {
  const wrong = [{ c1: 0.9 }, { c1: 0.5, c2: 0.1 }, { c2: 1e-5 }];
  for (const options of wrong) {
    expect(() => nonsmoothBfgs(valley, options)).toThrow("expected c1 below c2");
  }
});

test("the update is (I − ρsyᵀ)·H·(I − ρysᵀ) + ρssᵀ, and so H·y = s", () => {
  const n = 4;
  const [s, y] = [1, 2].map((seed) => randomMatrix(1, n, { seed, distribution: "uniform" }).data);
  const rho = 1 / dotOf(s!, y!);
  const identity = new Matrix(
    n,
    n,
    Float64Array.from({ length: n * n }, (_, k) => Number(k % (n + 1) === 0)),
  );
  const left = sub(identity, mul(rho, outer(s!, y!)));
  const right = sub(identity, mul(rho, outer(y!, s!)));
  const expected = add(mul(3, matmul(left, right)), mul(rho, outer(s!, s!)));
  const H = new InverseHessian(n, 3);
  H.update(s!, y!);
  H.times(y!).forEach((entry, k) => {
    expect(entry).toBeCloseTo(s![k]!, 13);
  });
  const x = randomMatrix(1, n, { seed: 3 }).data;
  H.times(x).forEach((entry, k) => {
    expect(entry).toBeCloseTo(matmul(expected, x)[k]!, 12);
  });
});
