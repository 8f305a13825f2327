import {
  type Scalar,
  type Vector,
  abs,
  add,
  amax,
  at,
  clamp,
  cos,
  exp,
  gt,
  hypot,
  leakyRelu,
  matrix,
  max,
  min,
  mul,
  neg,
  norm2,
  relu,
  sin,
  square,
  sub,
  sum,
  vector,
  where,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { eigvalsh } from "@jacobian/linalg";
import { expect, test } from "vitest";
import { integers } from "../../test-support/random.ts";
import { clarke, kinks } from "../index.ts";

// The slow oracle is the definition: the hull of Jacobians at points close by where f is differentiable, by
// another engine.

const step = 1e-7;

type Small = (x: Vector) => Scalar | readonly Scalar[];

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((total, x, k) => total + x * b[k]!, 0);

/** Numbers in (−1, 1). */
const uniform = (seed: number): (() => number) => {
  const draw = integers(seed);
  return () => draw(-(10 ** 6), 10 ** 6) / 10 ** 6;
};

const nearby = (f: Small, x: readonly number[], count: number): readonly Float64Array[] => {
  const next = uniform(5);
  const found: Float64Array[] = [];
  while (found.length < count) {
    const point = Float64Array.from(x, (entry) => entry + step * next());
    if (kinks(f)(point).length === 0) found.push(jacobian(f)(point).data);
  }
  return found;
};

const [x0, x1] = [(x: Vector) => at(x, 0), (x: Vector) => at(x, 1)];

const small: readonly (readonly [
  name: string,
  f: Small,
  x: readonly number[],
  claim: "equal" | "hull",
])[] = [
  ["|x|", (x) => abs(x0(x)), [0], "equal"],
  ["relu(x) − relu(−x)", (x) => sub(relu(x0(x)), relu(neg(x0(x)))), [0], "hull"],
  ["clamp(x, 0, 0)", (x) => clamp(x0(x), 0, 0), [0], "hull"],
  ["clamp at a bound", (x) => mul(3, clamp(x0(x), -1, 1)), [1], "equal"],
  ["max(x, y)", (x) => max(x0(x), x1(x)), [2, 2], "equal"],
  ["min of curves", (x) => min(square(x0(x)), exp(x1(x))), [1, 0], "equal"],
  ["L1 norm in R³", (x) => sum(abs(x)), [0, 0, 0], "equal"],
  ["largest of three", (x) => amax(vector([x0(x), x1(x), sin(x0(x))])), [0, 0], "equal"],
  ["|x| − |y|", (x) => sub(abs(x0(x)), abs(x1(x))), [0, 0], "equal"],
  ["nested", (x) => abs(sub(abs(x0(x)), x1(x))), [0, 0], "equal"],
  ["two outputs", (x) => [abs(x0(x)), leakyRelu(add(x0(x), x1(x)), 0.5)], [0, 0], "equal"],
  ["two outputs of one kink", (x) => [abs(x0(x)), mul(2, abs(x0(x)))], [0], "hull"],
  ["a branch", (x) => (gt(x0(x), 0) ? sin(x0(x)) : mul(2, x0(x))), [0], "equal"],
  ["where", (x) => where("gt", x0(x), x1(x), sub(x0(x), x1(x)), 0), [1, 1], "equal"],
  ["a network", (x) => relu(sub(relu(add(x0(x), x1(x))), relu(sub(x0(x), x1(x))))), [0, 0], "hull"],
  ["norm2", (x) => norm2(x), [0, 0], "equal"],
  ["hypot of curves", (x) => mul(-2, hypot(sin(x0(x)), sub(exp(x1(x)), 1))), [0, 0], "equal"],
  ["norm2 and L1", (x) => add(norm2(x), sum(abs(x))), [0, 0], "equal"],
  ["norm2 less |x|", (x) => sub(norm2(x), abs(x0(x))), [0, 0], "hull"],
  [
    "largest eigenvalue",
    (x) =>
      at(
        eigvalsh(
          matrix([
            [x0(x), x1(x)],
            [x1(x), cos(x1(x))],
          ]),
        ),
        1,
      ),
    [1, 0],
    "equal",
  ],
];

test.each(small)("%s", (_name, f, x, claim) => {
  const set = clarke(f)(Float64Array.from(x));
  expect(set.promise.startsWith(claim)).toBe(true);
  const [m, n] = set.shape;
  const limits = nearby(f, x, 400);
  const next = uniform(11);
  for (let k = 0; k < 40; k++) {
    const D = Float64Array.from({ length: m * n }, next);
    const exact = Math.max(...limits.map((J) => dot(J, D)));
    const claimed = set.support(new Float64Array(D));
    expect(claimed).toBeGreaterThanOrEqual(exact - 1e-5);
    // A circle is seen by 400 of its points.
    if (claim === "equal") expect(claimed).toBeLessThanOrEqual(exact + 5e-3);
  }
  for (const J of limits.slice(0, 20)) expect(set.contains(J, 1e-5)).toBe(true);
});
