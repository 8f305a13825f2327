import { Matrix } from "@jacobian/core";
import { hstack, transpose } from "@jacobian/linalg";
import { jacobian, jvp } from "jacobian";
import { htByHand, htJacobianByHand } from "../by-hand/ht.ts";
import { type Hand, type Measured, ht as objective } from "../objectives/ht.ts";
import { problem } from "./problem.ts";

type Rows = readonly number[][];

interface Input {
  readonly theta: readonly number[];
  readonly us: Rows;
  readonly data: {
    readonly model: {
      readonly parents: readonly number[];
      readonly base_relatives: readonly Rows[];
      readonly inverse_base_absolutes: readonly Rows[];
      readonly base_positions: Rows;
      readonly weights: Rows;
      readonly triangles: Rows;
      readonly is_mirrored: boolean;
    };
    readonly correspondences: readonly number[];
    readonly points: Rows;
  };
}

export type Arguments = [theta: Float64Array, us: Matrix, hand: Hand, measured: Measured];

const handOf = ({ model }: Input["data"]): Hand => ({
  parents: model.parents,
  baseRelatives: model.base_relatives.map((rows) => Matrix.fromRows(rows)),
  inverseBaseAbsolutes: model.inverse_base_absolutes.map((rows) => Matrix.fromRows(rows)),
  skin: transpose(
    Matrix.fromRows(
      model.base_positions.map((vertex, i) =>
        model.weights[i]!.flatMap((weight) => vertex.map((x) => weight * x)),
      ),
    ),
  ),
  mirrored: model.is_mirrored,
});

/** The arguments, from a message. */
export const read = ({ theta, us, data }: Input): Arguments => {
  const { correspondences, points, model } = data;
  const triangles = correspondences.map((k) => model.triangles[k]!);
  const corners =
    us.length === 0 ? [correspondences] : [0, 1, 2].map((k) => triangles.map((t) => t[k]!));
  return [
    Float64Array.from(theta),
    Matrix.fromRows(us),
    handOf(data),
    { points: transpose(Matrix.fromRows(points)), corners },
  ];
};

/**
 * The columns of the us, then those of theta. A row of `us` moves the place of its own point alone, so
 * one direction serves all rows.
 */
const full = (...[theta, us, hand, measured]: Arguments): Matrix => {
  const ofUs = (direction: Matrix): Matrix => {
    const along = jvp((u: Matrix) => objective(theta, u, hand, measured));
    const { tangent } = along(us, direction);
    return new Matrix(tangent.data.length, 1, tangent.data);
  };
  const directions = [0, 1].map((k) => Matrix.fromRows(us.toJSON().map(() => [1 - k, k])));
  const ofTheta = jacobian(objective)(theta, us, hand, measured);
  return us.rows === 0 ? ofTheta : hstack(...directions.map(ofUs), ofTheta);
};

const errors = (...args: Arguments): Float64Array => (objective(...args) as Matrix).data;

export const ht = problem({
  read,
  functions: { objective: errors, jacobian: full },
  byHand: { objective: htByHand, jacobian: htJacobianByHand },
});
