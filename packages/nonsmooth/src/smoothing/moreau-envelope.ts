import {
  type Scalar,
  type Vector,
  DomainError,
  ShapeError,
  describe,
  describeShape,
  div,
  mul,
  square,
  structured,
  sub,
  sum,
} from "@jacobian/core";
import { dot } from "@jacobian/linalg";
import { withFunctions } from "../methods/options.ts";
import { checkedPositive } from "./checked.ts";
import type { Proximable } from "./proximable.ts";

const proximal = /*#__PURE__*/ withFunctions("value", "prox");

interface Envelope {
  readonly term: Proximable;
  readonly t: number;
}

/** ∇ = (x − prox(x))/t: by its own rule, since differentiating r at prox(x) would meet the kink that the envelope rounds. */
const slope = (x: Vector, { term, t }: Envelope): Vector => div(sub(x, term.prox(x, t)), t);

// `shape` lets one vector pass, whose tangent is another.
const envelope = /*#__PURE__*/ structured<Envelope>("moreauEnvelope", {
  value: ([x], { term, t }) => {
    const y = term.prox(x as Float64Array, t);
    return [term.value(y) + sum(square(sub(x as Float64Array, y))) / (2 * t)];
  },
  shape: ([shape = []]) => {
    if (shape.length === 1) return [[]];
    throw new ShapeError(
      `moreauEnvelope: expected a vector, got ${describeShape(shape)}; make one with vector([...])`,
    );
  },
  pushforward: ([dx], [x], _y, s) => [dot(slope(x as Vector, s), dx as Vector)],
  pullback: ([bar], [x], _y, s) => [mul(bar as Scalar, slope(x as Vector, s))],
});

interface Smoothed {
  (x: Float64Array): number;
  (x: Vector): Scalar;
}

/**
 * The Moreau envelope x ↦ min over y of r(y) + |y − x|²/2t, which has the minimisers of r and the gradient (x − prox(x))/t, a
 * Lipschitz function with constant 1/t. If L is the Lipschitz constant of r, 0 ≤ r(x) − envelope(x) ≤ t·L²/2. The result is
 * a function of vectors that every engine differentiates.
 * @throws DomainError unless r has a value and a proximal map and t is above 0; the result throws ShapeError for what is no vector.
 * @see Moreau, Proximité et dualité dans un espace hilbertien, 1965; Rockafellar & Wets, Variational Analysis, 1998, theorem
 * 2.26; for the bound Nesterov, Smooth minimization of non-smooth functions, 2005, section 2
 * @example
 * const huber = moreauEnvelope(l1Norm(), 1);
 * huber(Float64Array.of(3, 0.5)); // 2.625
 */
export const moreauEnvelope = (term: Proximable, t: number): Smoothed => {
  if (!proximal.holds(term)) {
    throw new DomainError(
      `moreauEnvelope: expected ${proximal.what}, got ${describe(term)}; l1Norm() is one`,
    );
  }
  checkedPositive("moreauEnvelope", "t", t);
  // One vector gives one scalar, a number for a plain one.
  return ((x: Vector) => envelope([x], { term, t })[0]) as Smoothed;
};
