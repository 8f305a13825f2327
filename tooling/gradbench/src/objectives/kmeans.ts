import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  add,
  amin,
  broadcast,
  mul,
  square,
  sub,
  sum,
} from "@jacobian/core";
import { timesTransposed } from "@jacobian/linalg";

/**
 * Σᵢ minⱼ |pᵢ − cⱼ|², the sum over the points (rows) of the squared distance to the nearest centroid
 * (Bottou & Bengio 1994); |p − c|² = |p|² + |c|² − 2·p·c, where |p|² plays no part in the choice.
 */
export const kmeans = (centroids: MatrixValue, points: Matrix): Scalar => {
  const shape = [points.rows, centroids.rows];
  const squares = broadcast(sum(square(centroids), "rows"), { shape, axis: "columns" });
  const nearest = amin(sub(squares, mul(2, timesTransposed(points, centroids))), "rows");
  return add(sum(square(points)), sum(nearest));
};
