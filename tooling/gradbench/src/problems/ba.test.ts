import { Matrix } from "@jacobian/core";
import { jacobian } from "jacobian";
import { describe, expect, test } from "vitest";
import { baByHand, baJacobianByHand } from "../by-hand/ba.ts";
import { difference } from "../comparison.ts";
import { type Errors, type Observation, ba as errors } from "../objectives/ba.ts";
import { type Arguments, baErrors, baJacobian } from "./ba.ts";

/** Three cameras, two points and five observations, no two alike; the first camera is not turned. */
const scene = (): Arguments => {
  const noise = (k: number): number => Math.sin(7 * k + 1);
  const camera = (i: number): number[] => [
    ...[0, 1, 2].map((k) => (i === 0 ? 0 : noise(11 * i + k))),
    ...[3, 4, 5].map((k) => 10 * noise(11 * i + k)),
    ...[400 + i, 5, -8, 0.08 * noise(i), 0.003],
  ];
  const [n, m, p] = [3, 2, 5];
  const list = (size: number, f: (i: number) => number) =>
    Float64Array.from({ length: size }, (_, i) => f(i));
  return [
    {
      cameras: Matrix.fromRows(Array.from({ length: n }, (_, i) => camera(i))),
      points: Matrix.fromRows(Array.from({ length: m }, (_, i) => [5 * noise(i), noise(i + 9), i])),
      weights: list(p, (i) => 0.4 + 0.1 * i),
    },
    { camera: [0, 1, 2, 0, 1], point: [0, 1, 0, 1, 0] },
    [list(p, (i) => 200 * noise(i)), list(p, (i) => 300 * noise(i + 5))],
  ];
};

/** The errors of observation i alone, from scalars. */
const alone = (args: Arguments, i: number): [Observation<number>, readonly [number, number]] => {
  const [{ cameras, points, weights }, sightings, [x, y]] = args;
  const row = (A: Matrix, k: number) => A.toJSON()[k] as never;
  const camera = row(cameras, sightings.camera[i]!);
  return [{ camera, point: row(points, sightings.point[i]!), weight: weights[i]! }, [x[i]!, y[i]!]];
};

describe("many observations at once", () => {
  const args = scene();
  const all = baErrors(...args);
  const J = baJacobian(...args);

  test.each([0, 1, 2, 3, 4])(
    "have the errors and the Jacobian that observation %i has alone",
    (i) => {
      const [observation, feature] = alone(args, i);
      const own = errors(observation, feature) as Errors<number>;
      expect(all.reprojection.map((e) => e[i])).toEqual(own.reprojection);
      expect(all.weight[i]).toBe(own.weight);
      const dense = jacobian(errors)(observation as Observation, feature) as Matrix;
      const block = J.vals.subarray(30 * i, 30 * (i + 1));
      expect(difference([...dense.data.subarray(0, 30)], [...block]).largest).toBeLessThan(1e-14);
      expect(J.vals[150 + i]).toBe(dense.data[44]);
    },
  );

  test("have them by hand too, also where a camera is not turned", () => {
    const hand = baByHand(...args);
    expect(difference([...all.reprojection[0]], [...hand.reprojection[0]]).largest).toBeLessThan(
      1e-14,
    );
    expect(difference([...J.vals], [...baJacobianByHand(...args).vals]).largest).toBeLessThan(
      1e-13,
    );
  });

  test("have a place for each entry", () => {
    expect(J.rows).toHaveLength(3 * 5 + 1);
    expect([J.rows[1], J.rows[10], J.rows.at(-1)]).toEqual([15, 150, 155]);
    // Camera 1, point 1, weight 1 in columns 11…21, 36…38, 40.
    const columns = [...Array.from({ length: 11 }, (_, k) => 11 + k), 36, 37, 38, 40];
    expect([...J.cols.subarray(30, 45)]).toEqual(columns);
    expect([...J.cols.subarray(45, 60)]).toEqual(columns);
    expect([...J.cols.subarray(150)]).toEqual([39, 40, 41, 42, 43]);
  });
});

test("every observation is worked on: a camera that moves moves its own entries alone", () => {
  const before = baJacobian(...scene());
  const args = scene();
  args[0].cameras.data[11 * 2] = 0.3;
  const after = baJacobian(...args);
  const moved = [0, 1, 2, 3, 4].filter((i) =>
    before.vals.subarray(30 * i, 30 * (i + 1)).some((x, k) => x !== after.vals[30 * i + k]),
  );
  expect(moved).toEqual([2]);
});
