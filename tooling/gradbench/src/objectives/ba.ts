import {
  type MatrixValue,
  type Value,
  type Vector,
  add,
  column,
  cos,
  div,
  gather,
  mul,
  sin,
  sqrt,
  square,
  sub,
  where,
} from "@jacobian/core";

type Triple<V> = readonly [V, V, V];

/** r (rotation, an angle times an axis), C (centre), f (focal length), u₀ v₀, k₁ k₂ (distortion). */
type Camera<V> = readonly [V, V, V, V, V, V, V, V, V, V, V];

/**
 * What one observation depends on. All is computed entry by entry: V may be a scalar, or a vector
 * with an entry for each of many observations.
 */
export type Observation<V extends Value = Value> = {
  readonly camera: Camera<V>;
  readonly point: Triple<V>;
  readonly weight: V;
};

const dot = ([a, b, c]: Triple<Value>, [x, y, z]: Triple<Value>): Value =>
  add(add(mul(a, x), mul(b, y)), mul(c, z));

const cross = ([a, b, c]: Triple<Value>, [x, y, z]: Triple<Value>): Triple<Value> => [
  sub(mul(b, z), mul(c, y)),
  sub(mul(c, x), mul(a, z)),
  sub(mul(a, y), mul(b, x)),
];

/** x·cos θ + (r×x)·sin θ/θ + r·(r·x)·(1 − cos θ)/θ² with θ = |r| (Rodrigues), x + r×x at r = 0. */
const rotate = (r: Triple<Value>, x: Triple<Value>): Triple<Value> => {
  const squared = dot(r, r);
  const angle = sqrt(squared);
  const cosine = cos(angle);
  const sine = where("gt", squared, 0, div(sin(angle), angle), 1);
  const along = where("gt", squared, 0, div(mul(sub(1, cosine), dot(r, x)), squared), 0);
  const turned = cross(r, x);
  const entry = (k: 0 | 1 | 2): Value =>
    add(add(mul(x[k], cosine), mul(turned[k], sine)), mul(r[k], along));
  return [entry(0), entry(1), entry(2)];
};

/** Where the camera sees the point, in pixels. */
const project = (
  [r1, r2, r3, c1, c2, c3, focal, u, v, k1, k2]: Camera<Value>,
  [x, y, z]: Triple<Value>,
): readonly [Value, Value] => {
  const [a, b, depth] = rotate([r1, r2, r3], [sub(x, c1), sub(y, c2), sub(z, c3)]);
  const [p, q] = [div(a, depth), div(b, depth)];
  const squared = add(square(p), square(q));
  const distorted = add(1, mul(squared, add(k1, mul(k2, squared))));
  const scale = mul(focal, distorted);
  return [add(mul(p, scale), u), add(mul(q, scale), v)];
};

/** The weighted distance between where a point is seen and where it was found, and 1 − w². */
export type Errors<V extends Value = Value> = {
  readonly reprojection: readonly [V, V];
  readonly weight: V;
};

/** The errors of an observation of the feature (x, y), or of many (ADBench, bundle adjustment). */
export const ba = (
  { camera, point, weight }: Observation,
  [x, y]: readonly [Value, Value],
): Errors => {
  const [u, v] = project(camera, point);
  return {
    reprojection: [mul(weight, sub(u, x)), mul(weight, sub(v, y))],
    weight: sub(1, square(weight)),
  };
};

/** All cameras and points (a row for each), and the weight of each observation. */
export interface Scene {
  readonly cameras: MatrixValue;
  readonly points: MatrixValue;
  readonly weights: Vector;
}

/** Which camera and which point each observation is of. */
export interface Sightings {
  readonly camera: ArrayLike<number>;
  readonly point: ArrayLike<number>;
}

/** All observations at once: for each parameter, a vector with an entry for each observation. */
export const observations = (scene: Scene, sightings: Sightings): Observation<Vector> => {
  const ofCamera = (k: number): Vector => gather(column(scene.cameras, k), sightings.camera);
  const ofPoint = (k: number): Vector => gather(column(scene.points, k), sightings.point);
  return {
    // Eleven and three of them.
    camera: Array.from({ length: 11 }, (_, k) => ofCamera(k)) as unknown as Camera<Vector>,
    point: [ofPoint(0), ofPoint(1), ofPoint(2)],
    weight: scene.weights,
  };
};
