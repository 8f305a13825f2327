import { Matrix } from "@jacobian/core";
import { lstsq } from "@jacobian/linalg";
import { dotOf } from "./dots.ts";

/** The point of the affine hull of some points nearest to the origin, if its weights are ≥ 0. */
const nearestOfHull = (points: readonly Float64Array[]): Float64Array | undefined => {
  const [last] = points.slice(-1);
  const others = points.slice(0, -1);
  const n = last!.length;
  const A = new Matrix(n, others.length);
  others.forEach((p, k) => p.forEach((x, i) => (A.data[i * others.length + k] = x - last![i]!)));
  const w =
    others.length === 0
      ? new Float64Array(0)
      : lstsq(
          A,
          last!.map((x) => -x),
        );
  const rest = w.reduce((s, x) => s - x, 1);
  if (Math.min(rest, ...w) < -1e-12) return undefined;
  return last!.map((x, i) => rest * x + others.reduce((s, p, k) => s + w[k]! * p[i]!, 0));
};

/**
 * The nearest point to the origin by its definition: the shortest among the nearest points of the affine hulls of
 * all subsets that lie in the hull itself. For a handful of points.
 */
export const nearestByFaces = (points: readonly Float64Array[]): Float64Array => {
  let best = points[0]!;
  for (let set = 1; set < 2 ** points.length; set++) {
    const x = nearestOfHull(points.filter((_, k) => (set >> k) % 2 === 1));
    if (x !== undefined && dotOf(x, x) < dotOf(best, best)) best = x;
  }
  return best;
};
