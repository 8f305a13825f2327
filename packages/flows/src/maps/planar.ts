import { type Value, DomainError, ShapeError, describeShape, shapeOf } from "@jacobian/core";
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

/** @throws ShapeError unless u and w are vectors of one length; DomainError for w = 0. */
const checkedSize = ({ u, w }: PlanarParameters, square: Scalar): number => {
  const [m, n] = [shapeOf(u), shapeOf(w)];
  if (m[0] !== n[0]) {
    throw new ShapeError(
      `planar: expected vectors u and w of one length, got ${describeShape(m)} and ${describeShape(n)}; give each one entry for each coordinate`,
    );
  }
  if (eq(square, 0)) {
    throw new DomainError(
      `planar: expected a direction w, got a vector of zeros; start with small random numbers`,
    );
  }
  // `dot` has let vectors alone pass.
  return n[0]!;
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
  const { u, w, b } = parameters;
  const square = dot(w, w);
  const size = checkedSize(parameters, square);
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
