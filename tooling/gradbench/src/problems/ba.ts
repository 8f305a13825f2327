import { Matrix } from "@jacobian/core";
import { pullback } from "@jacobian/tape";
import { baByHand, baJacobianByHand } from "../by-hand/ba.ts";
import {
  type Errors,
  type Observation,
  type Scene,
  type Sightings,
  ba as errors,
  observations,
} from "../objectives/ba.ts";
import { SparseJacobian } from "./ba-jacobian.ts";
import { problem } from "./problem.ts";

interface Input {
  readonly n: number;
  readonly m: number;
  readonly p: number;
  readonly cam: readonly number[];
  readonly x: readonly number[];
  readonly w: number;
  readonly feat: readonly number[];
}

/** A scene of plain values. */
export interface PlainScene extends Scene {
  readonly cameras: Matrix;
  readonly points: Matrix;
  readonly weights: Float64Array;
}

/** Where the feature of each observation was found: x and y of all. */
type Features = readonly [Float64Array, Float64Array];

export type Arguments = [scene: PlainScene, sightings: Sightings, features: Features];

const repeated = (rows: number, row: readonly number[]): Matrix =>
  Matrix.fromRows(Array.from({ length: rows }, () => row));

/** The message tells one camera, point, weight and feature; all the others are the same. */
const read = ({ n, m, p, cam, x, w, feat }: Input): Arguments => {
  const all = (value: number): Float64Array => new Float64Array(p).fill(value);
  const inTurn = (size: number): Int32Array => Int32Array.from({ length: p }, (_, i) => i % size);
  return [
    { cameras: repeated(n, cam), points: repeated(m, x), weights: all(w) },
    { camera: inTurn(n), point: inTurn(m) },
    [all(feat[0] ?? NaN), all(feat[1] ?? NaN)],
  ];
};

/** The errors of all observations. */
export const baErrors = (...[scene, sightings, features]: Arguments): Errors<Float64Array> =>
  // Plain observations have plain errors.
  errors(observations(scene, sightings), features) as Errors<Float64Array>;

/**
 * The sparse Jacobian. Each error depends on one observation alone, so the sum of the rows of all
 * observations keeps every entry apart: one sweep for each of the three kinds of error.
 */
export const baJacobian = (...[scene, sightings, features]: Arguments): SparseJacobian => {
  const seen = observations(scene, sightings);
  const { pullback: back } = pullback(errors)(seen as Observation, features);
  const none = new Float64Array(scene.weights.length);
  const ones = none.slice().fill(1);
  // The cotangent of plain observations is plain.
  const rowOf = (w: Errors): Observation<Float64Array> => back(w) as Observation<Float64Array>;
  const jacobian = new SparseJacobian(scene, sightings);
  jacobian.setReprojection(0, rowOf({ reprojection: [ones, none], weight: none }));
  jacobian.setReprojection(1, rowOf({ reprojection: [none, ones], weight: none }));
  jacobian.setWeight(rowOf({ reprojection: [none, none], weight: ones }).weight);
  return jacobian;
};

/** How the protocol shows the errors: the first of what is repeated. */
const shown = ({ reprojection, weight }: Errors<Float64Array>) => ({
  reproj_error: { elements: reprojection.map((error) => error[0]), repeated: weight.length },
  w_err: { element: weight[0], repeated: weight.length },
});

export const ba = problem({
  read,
  functions: {
    objective: (...args: Arguments) => shown(baErrors(...args)),
    jacobian: baJacobian,
  },
  byHand: {
    objective: (...args: Arguments) => shown(baByHand(...args)),
    jacobian: baJacobianByHand,
  },
});
