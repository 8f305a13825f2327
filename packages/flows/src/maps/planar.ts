import {
  type Value,
  DomainError,
  ShapeError,
  copied,
  describeShape,
  isValue,
  notAValue,
  shapeOf,
} from "@jacobian/core";
import {
  type Scalar,
  type Vector,
  add,
  div,
  dot,
  eq,
  log,
  mul,
  neg,
  softplus,
  sub,
  tanh,
} from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { innerProducts, multiplesOf } from "../bijector/points.ts";
import { planarRoot, planarSlope } from "./planar-root.ts";

/** The parameters of a planar flow; any numbers will do, but w must not be 0. */
export interface PlanarParameters {
  /** Along which points are moved, before the correction that keeps the map invertible. */
  readonly u: Vector;
  /** Points move by what they are in this direction. */
  readonly w: Vector;
  readonly b: Scalar;
}

/** @throws ShapeError unless u and w are vectors of one length. */
const checkedSize = ({ u, w }: PlanarParameters): number => {
  for (const x of [u, w] as Value[]) if (!isValue(x)) throw notAValue("planar", x);
  const [m, n] = [shapeOf(u), shapeOf(w)];
  const [size] = n;
  if (size === undefined || m.length !== 1 || n.length !== 1 || m[0] !== size) {
    throw new ShapeError(
      `planar: expected vectors u and w of one length, got ${describeShape(m)} and ${describeShape(n)}; give each one entry for each coordinate`,
    );
  }
  return size;
};

/** ‖w‖². @throws DomainError where it is 0, for w = 0 or by underflow. */
const squaredLength = (w: Vector): Scalar => {
  const square = dot(w, w);
  if (!eq(square, 0)) return square;
  throw new DomainError(
    `planar: expected a direction w, got a vector whose squared length is 0; start with small random numbers`,
  );
};

/**
 * The planar flow x = z + û·tanh(wᵀz + b) (Rezende & Mohamed 2015). It is invertible where wᵀû > −1, which holds
 * by construction: û = u + (log(1 + e^(wᵀu)) − 1 − wᵀu)·w/‖w‖², so that wᵀû = log(1 + e^(wᵀu)) − 1 (appendix A.1). By the
 * determinant lemma log |det J| = log(1 + wᵀû·tanh′(wᵀz + b)). The inverse solves one increasing equation for wᵀz + b.
 * @throws ShapeError unless u and w are vectors of one length; DomainError for w = 0.
 * @example
 * const fold = planar({ u: Float64Array.of(1, 0), w: Float64Array.of(1, 1), b: 0 });
 * fold.forward(Float64Array.of(0, 0)); // Float64Array(2) [ 0, 0 ]
 * fold.logAbsDet(Float64Array.of(0, 0)); // 0.2725138805025834
 */
export const planar = (parameters: PlanarParameters): Bijector => {
  const size = checkedSize(parameters);
  const { b } = parameters;
  // Copies of the same kind.
  const [u, w] = [copied(parameters.u), copied(parameters.w) as Vector];
  const square = squaredLength(w);
  const along = dot(w, u);
  /** 1 + wᵀû */
  const e = softplus(along);
  const hat = add(u, mul(div(sub(sub(e, 1), along), square), w));
  const moved = (a: Value, x: Value) => multiplesOf(hat, tanh(a), x);
  const volume = (a: Value) => log(planarSlope(a, e));
  return bijector("planar", {
    size,
    forward: (z) => {
      const a = add(innerProducts(w, z), b);
      return { value: add(z, moved(a, z)), logAbsDet: () => volume(a) };
    },
    inverse: (x) => {
      const a = planarRoot(add(innerProducts(w, x), b), e);
      return { value: sub(x, moved(a, x)), logAbsDet: () => neg(volume(a)) };
    },
  });
};
