import { type Scalar, add, iterate, le, lt, mul, sqrt, square, sub } from "@jacobian/core";

/** A point of the plane, or of any space. */
export type Point = readonly Scalar[];

/** A scalar function of a point. */
export type Cost = (x: Point) => Scalar;

/** Whatever finds the gradient of a cost: the engine that descends. */
export type Gradient = (cost: Cost) => (x: Point) => Point;

type State = {
  readonly x: Point;
  readonly cost: Scalar;
  readonly slope: Point;
  /** How far to go along the slope, and how many steps have gone well with it. */
  readonly rate: number;
  readonly good: number;
};

const length = (x: Point): Scalar => sqrt(x.reduce<Scalar>((s, xi) => add(s, square(xi)), 0));

/** x − t·d */
const moved = (x: Point, t: number, d: Point): Point => x.map((xi, k) => sub(xi, mul(t, d[k]!)));

/**
 * Where the cost is least, found by steepest descent with a rate that doubles after ten steps that
 * went down and halves after one that did not; it ends at a slope or a step below 10⁻⁵
 * (Pearlmutter & Siskind 2008).
 */
export const argmin = (cost: Cost, gradient: Gradient, start: Point): Point => {
  const slope = gradient(cost);
  const step = (state: State): State => {
    const { x, rate, good } = state;
    if (le(length(state.slope), 1e-5)) return state;
    if (good === 10) return { ...state, rate: 2 * rate, good: 0 };
    const next = moved(x, rate, state.slope);
    if (le(length(next.map((xi, k) => sub(xi, x[k]!))), 1e-5)) return state;
    const reached = cost(next);
    if (!lt(reached, state.cost)) return { ...state, rate: rate / 2, good: 0 };
    return { x: next, cost: reached, slope: slope(next), rate, good: good + 1 };
  };
  const first: State = { x: start, cost: cost(start), slope: slope(start), rate: 1e-5, good: 0 };
  return iterate<State>((next, last) => next === last, first, step).x;
};
