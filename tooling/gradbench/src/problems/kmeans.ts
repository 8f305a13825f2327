import { type MatrixValue, Matrix, div } from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import { gradient } from "@jacobian/tape";
import { kmeansByHand, kmeansDirectionByHand } from "../by-hand/kmeans.ts";
import { kmeans as objective } from "../objectives/kmeans.ts";
import { problem } from "./problem.ts";

interface Input {
  readonly points: readonly number[][];
  readonly centroids: readonly number[][];
}

/** Newton's direction. The Hessian H is diagonal, so H·(1, …, 1) is its diagonal. */
const direction = (centroids: Matrix, points: Matrix): MatrixValue => {
  const ones = new Matrix(...centroids.shape, new Float64Array(centroids.data.length).fill(1));
  const slope = (C: MatrixValue): MatrixValue => gradient(objective)(C, points);
  const { value, tangent } = jvp(slope)(centroids, ones);
  return div(value, tangent);
};

export const kmeans = problem({
  read: ({ points, centroids }: Input): [Matrix, Matrix] => [
    Matrix.fromRows(centroids),
    Matrix.fromRows(points),
  ],
  functions: { cost: objective, dir: direction },
  byHand: { cost: kmeansByHand, dir: kmeansDirectionByHand },
});
