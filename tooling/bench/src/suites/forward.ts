import { type Scalar, entriesOf, leavesOf } from "@jacobian/core";
import { jvp, pushforward } from "@jacobian/dual";
import type { Made } from "../answer.ts";
import type { Benchmark, Suite } from "../benchmark.ts";
import { forward, network } from "../problems/network.ts";
import * as real from "../problems/real.ts";
import { rosenbrock, start } from "../problems/rosenbrock.ts";

const extra = 7;

/** What came out, read when the clock stands. */
const numbers = (y: unknown): Made => {
  return () =>
    Float64Array.from(
      leavesOf("bench", y).flatMap((leaf) => Array.from(entriesOf(leaf as number))),
    );
};

/** A function of one container, whose derivative along some direction is wanted. */
const pushed = <X>(
  title: string,
  f: (x: X) => unknown,
  x: X,
  direction: (k: number) => X,
): Benchmark => {
  const one = direction(0);
  const eight = Array.from({ length: 1 + extra }, (_, k) => direction(k));
  // The types of f, x and the directions agree.
  const door = f as (x: readonly Scalar[]) => unknown;
  return {
    title,
    units: 1,
    contenders: {
      value: () => () => numbers(f(x)),
      jvp: () => {
        const J = jvp(door);
        return () => numbers(J(x as readonly number[], one as readonly number[]).value);
      },
      "8 directions": () => {
        const J = pushforward(door);
        return () =>
          numbers(J(x as readonly number[], eight as readonly (readonly number[])[]).value);
      },
    },
    goals: [
      { of: "jvp", atMost: 2.5, times: "value" },
      { of: "8 directions", atMost: 2.5 + 1.3 * extra, times: "value" },
    ],
  };
};

const scalars = <X extends readonly Scalar[]>(title: string, f: (x: X) => unknown, x: X) =>
  // As long as x.
  pushed(title, f, x, (k) => x.map((_, i) => Math.cos(i + k)) as unknown as X);

const vectors = (title: string, f: (x: Float64Array) => unknown, x: Float64Array) =>
  pushed(title, f, x, (k) => x.map((_, i) => Math.cos(i + k)));

const atoms = Float64Array.from({ length: 36 }, (_, k) => 1.2 * (k % 5) + Math.sin(k));

/** What directions cost beside the value, for functions that somebody needs. */
export const suite: Suite = {
  name: "directions",
  per: "call",
  benchmarks: [
    scalars("Kepler's equation", real.kepler, [1.2, 0.4]),
    scalars("Black–Scholes", real.blackScholes, [100, 110, 0.03, 0.25, 1.5]),
    scalars("arm of three joints", real.arm, [0.3, 0.7, -0.4]),
    scalars("pendulum, 100 steps", real.pendulum, [1, 0.2]),
    vectors("Rosenbrock n=100", rosenbrock, start(100)),
    vectors("Lennard-Jones, 12 atoms", real.lennardJones, atoms),
    vectors("logistic loss, 200×10", real.logistic, start(10)),
    vectors("network 64→128→10", forward(network(64, 128, 10)), start(64)),
    vectors("heat, 100 steps of 64", real.heat, start(64)),
    scalars("Gaussian process, 24", real.gaussianProcess, [0.7, 0.1, -1]),
  ],
};
