import {
  type Scalar,
  type Scalars,
  type Vector,
  Matrix,
  add,
  at,
  cos,
  div,
  exp,
  fold,
  log,
  mul,
  neg,
  reciprocal,
  sin,
  slice,
  softplus,
  sqrt,
  square,
  sub,
  sum,
  vector,
} from "@jacobian/core";
import { erfc } from "@jacobian/core/special";
import { diagonal, cholesky, dot, identity, matmul, solvePositiveDefinite } from "@jacobian/linalg";

// Functions that somebody needs: of a few scalars, of the entries of vectors, of whole arrays.

/** Where a planet stands: Kepler's equation E − e·sin E = M by six Newton steps. */
export const kepler = ([M, e]: Scalars<2>): readonly Scalar[] => {
  const E = fold(6, M, (x) => sub(x, div(sub(sub(x, mul(e, sin(x))), M), sub(1, mul(e, cos(x))))));
  return [sub(cos(E), e), mul(sqrt(sub(1, square(e))), sin(E))];
};

const normal = (x: Scalar): Scalar => mul(0.5, erfc(mul(-Math.SQRT1_2, x)));

/** The price of a European call (Black & Scholes 1973): spot, strike, rate, volatility, time. */
export const blackScholes = ([S, K, r, sigma, T]: Scalars<5>): Scalar => {
  const spread = mul(sigma, sqrt(T));
  const d1 = div(add(log(div(S, K)), mul(add(r, mul(0.5, square(sigma))), T)), spread);
  const discounted = mul(K, exp(neg(mul(r, T))));
  return sub(mul(S, normal(d1)), mul(discounted, normal(sub(d1, spread))));
};

/** The tip of a planar arm of three joints. */
export const arm = ([a, b, c]: Scalars<3>): readonly Scalar[] => {
  const [ab, abc] = [add(a, b), add(add(a, b), c)];
  return [
    add(add(cos(a), mul(0.8, cos(ab))), mul(0.5, cos(abc))),
    add(add(sin(a), mul(0.8, sin(ab))), mul(0.5, sin(abc))),
  ];
};

type State = readonly [angle: Scalar, speed: Scalar];

const moved = ([angle, speed]: State, h: number, [da, ds]: State): State => [
  add(angle, mul(h, da)),
  add(speed, mul(h, ds)),
];

const slopes = ([angle, speed]: State): State => [speed, neg(sin(angle))];

/** A pendulum after a hundred Runge–Kutta steps. */
export const pendulum = (start: Scalars<2>): State =>
  fold(100, start, (x) => {
    const h = 0.05;
    const k1 = slopes(x);
    const k2 = slopes(moved(x, h / 2, k1));
    const k3 = slopes(moved(x, h / 2, k2));
    const k4 = slopes(moved(x, h, k3));
    const ends = moved(moved(x, h / 6, k1), h / 6, k4);
    return moved(moved(ends, h / 3, k2), h / 3, k3);
  });

/** The Lennard-Jones energy of atoms, three coordinates each. */
export const lennardJones = (x: Vector): Scalar => {
  const coordinates = Array.from({ length: x.length }, (_, k) => at(x, k));
  const atoms = Array.from({ length: x.length / 3 }, (_, i) => coordinates.slice(3 * i, 3 * i + 3));
  const pair = (p: readonly Scalar[], q: readonly Scalar[]): Scalar => {
    const squared = p.map((a, k) => square(sub(a, q[k] ?? NaN))).reduce((s, d) => add(s, d));
    const sixth = reciprocal(mul(squared, square(squared)));
    return mul(4, sub(square(sixth), sixth));
  };
  return atoms
    .flatMap((p, i) => atoms.slice(0, i).map((q) => pair(p, q)))
    .reduce((total, energy) => add(total, energy));
};

const noise = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => Math.sin(seed + 12.9898 * k));

const features = new Matrix(200, 10, noise(2000, 1));
const labels = noise(200, 2).map(Math.sign);

/** The loss of a logistic regression of 200 observations of ten features. */
export const logistic = (w: Vector): Scalar => sum(softplus(mul(neg(labels), matmul(features, w))));

/** A rod after a hundred steps of heat conduction, its ends kept as they are. */
export const heat = (u: Vector): Vector =>
  fold(100, u, (x) => {
    const n = x.length;
    const bend = sub(add(slice(x, 0, n - 2), slice(x, 2, n)), mul(2, slice(x, 1, n - 1)));
    return vector([at(x, 0), add(slice(x, 1, n - 1), mul(0.2, bend)), at(x, n - 1)]);
  });

const places = 24;
const distances = new Matrix(
  places,
  places,
  Float64Array.from(
    { length: places ** 2 },
    (_, k) => (Math.floor(k / places) - (k % places)) ** 2,
  ),
);
const observed = noise(places, 3);

/** What a Gaussian process of this (log) length, height and noise says of observations. */
export const gaussianProcess = ([length, height, level]: Scalars<3>): Scalar => {
  const kernel = exp(add(mul(distances, mul(-0.5, exp(mul(-2, length)))), mul(2, height)));
  const K = add(kernel, mul(identity(places), exp(mul(2, level))));
  const L = cholesky(K);
  const fit = dot(observed, solvePositiveDefinite(K, observed));
  return add(mul(0.5, fit), sum(log(diagonal(L))));
};
