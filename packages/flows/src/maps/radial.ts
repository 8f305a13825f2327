import {
  type Value,
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
  log,
  mul,
  neg,
  norm2,
  softplus,
  sqrt,
  square,
  sub,
  where,
} from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { atEveryCoordinate, atEveryPoint } from "../bijector/points.ts";

/** The parameters of a radial flow; any numbers will do. */
export interface RadialParameters {
  readonly center: Vector;
  /** α = log(1 + e^alpha) is the radius within which most of the change takes place. */
  readonly alpha: Scalar;
  /** β = −α + log(1 + e^beta) is how much points move away from the center, or, if negative, towards it. */
  readonly beta: Scalar;
}

const lengths = (v: Value): Value => (shapeOf(v).length === 1 ? norm2(v) : norm2(v, "columns"));

/**
 * The root r ≥ 0 of r·(r + e)/(α + r) = s, that is of r² + (e − s)·r − α·s = 0: of its two forms the one in
 * which nothing cancels.
 */
const radiusBefore = (s: Value, alpha: Value, e: Value): Value => {
  const gap = sub(s, e);
  // The root of gap² + 4αs, by its ratio to one that is no smaller than |gap|, so that no square overflows.
  const scale = add(s, e);
  const products = mul(mul(4, div(alpha, scale)), div(s, scale));
  const discriminant = mul(scale, sqrt(add(square(div(gap, scale)), products)));
  const far = mul(0.5, add(gap, discriminant));
  const near = mul(alpha, div(mul(2, s), sub(discriminant, gap)));
  return where("ge", gap, 0, far, near);
};

/** @throws ShapeError unless the center is a vector. */
const checkedSize = (center: Value): number => {
  if (!isValue(center)) throw notAValue("radial", center);
  const shape = shapeOf(center);
  const [n, cols] = shape;
  if (n !== undefined && cols === undefined) return n;
  throw new ShapeError(
    `radial: expected a center that is a vector, got ${describeShape(shape)}; give one entry for each coordinate`,
  );
};

/**
 * The radial flow x = z + β·(z − c)/(α + r), where r = ‖z − c‖ (Rezende & Mohamed 2015). It is invertible where
 * α > 0 and β > −α, which holds by construction: see `RadialParameters` (appendix A.2). With e = α + β > 0 and d coordinates,
 * log |det J| = (d − 1)·log((r + e)/(α + r)) + log(1 + αβ/(α + r)²), where 1 + αβ/(α + r)² = (r² + α·(2r + e))/(α + r)²
 * is added up from quotients: all terms are positive, none cancel and no square overflows. The
 * inverse solves a quadratic equation for r. At the center J = (e/α)·I, but second derivatives jump.
 * @throws ShapeError unless the center is a vector.
 * @example
 * const outward = radial({ center: Float64Array.of(0, 0), alpha: 0, beta: 1 });
 * outward.logAbsDet(Float64Array.of(0, 0)); // 1.2780536021684954
 */
export const radial = (parameters: RadialParameters): Bijector => {
  const { alpha, beta } = parameters;
  const size = checkedSize(parameters.center);
  const center = copied(parameters.center);
  const [a, e] = [softplus(alpha), softplus(beta)];
  const from = (x: Value) => sub(x, atEveryPoint(center, x));
  const at = (ray: Value, factor: Value) =>
    add(atEveryPoint(center, ray), mul(ray, atEveryCoordinate(factor, ray)));
  const volume = (r: Value) => {
    const reach = add(a, r);
    const sideways = mul(size - 1, log(div(add(r, e), reach)));
    const outward = mul(div(a, reach), div(add(mul(2, r), e), reach));
    return add(sideways, log(add(square(div(r, reach)), outward)));
  };
  return bijector("radial", {
    size,
    forward: (z) => {
      const ray = from(z);
      const r = lengths(ray);
      return { value: at(ray, div(add(r, e), add(a, r))), logAbsDet: () => volume(r) };
    },
    inverse: (x) => {
      const ray = from(x);
      const r = radiusBefore(lengths(ray), a, e);
      return { value: at(ray, div(add(a, r), add(r, e))), logAbsDet: () => neg(volume(r)) };
    },
  });
};
