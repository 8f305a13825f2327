import { Matrix } from "@jacobian/core";

/** Hands each point's nearest centroid, and the squared distance to it, to `visit`. */
const nearest = (
  centroids: Matrix,
  points: Matrix,
  visit: (i: number, j: number, distance: number) => void,
): void => {
  const d = points.cols;
  const [c, p] = [centroids.data, points.data];
  for (let i = 0; i < points.rows; i++) {
    let least = Infinity;
    let best = 0;
    for (let j = 0; j < centroids.rows; j++) {
      let distance = 0;
      for (let l = 0; l < d; l++) distance += (p[i * d + l]! - c[j * d + l]!) ** 2;
      if (distance < least) {
        least = distance;
        best = j;
      }
    }
    visit(i, best, least);
  }
};

export const kmeansByHand = (centroids: Matrix, points: Matrix): number => {
  let cost = 0;
  nearest(centroids, points, (_i, _j, distance) => (cost += distance));
  return cost;
};

/** Gradient 2·Σ(c − p) and diagonal Hessian 2·n over the n points of a centroid: their quotient. */
export const kmeansDirectionByHand = (centroids: Matrix, points: Matrix): Matrix => {
  const d = points.cols;
  const gradient = new Matrix(centroids.rows, d);
  const counts = new Int32Array(centroids.rows);
  nearest(centroids, points, (i, j) => {
    counts[j]!++;
    for (let l = 0; l < d; l++)
      gradient.data[j * d + l]! += 2 * (centroids.data[j * d + l]! - points.data[i * d + l]!);
  });
  gradient.data.forEach((g, place) => {
    gradient.data[place] = g / (2 * counts[Math.floor(place / d)]!);
  });
  return gradient;
};
