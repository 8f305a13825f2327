import { add, type Matrix, mul, norm2, type Scalar, sub, value, type Vector } from "@jacobian/core";
import { dot, matmul, solve } from "@jacobian/linalg";
import { hessian, jacobian, pullback } from "jacobian";
import { gaussNewtonStep } from "./normal-equations.ts";

/** The residuals of a fit, one for each observation, as a function of the parameters. */
export type Residuals = (b: Vector) => Vector;

/** What is known at one point of an iteration. */
export interface Iterate {
  readonly b: Float64Array;
  readonly residuals: Float64Array;
  /** Jᵀr, the gradient of ½‖r‖². */
  readonly gradient: Float64Array;
  readonly jacobian: Matrix;
  readonly sumOfSquares: number;
  /** The Gauss–Newton step from here. */
  readonly step: Float64Array;
  /**
   * ‖J step‖/‖r‖: how much of the residuals a better choice of b could still explain. It is 0 at a
   * solution and has no unit (the relative offset of Bates & Watts, Technometrics 23, 1981).
   */
  readonly offset: number;
}

/** The iterates from the start on, and the last of them. */
export interface Path {
  readonly iterates: readonly Iterate[];
  readonly last: Iterate;
}

/** An iteration ends at an offset this small. */
export const tolerance = 1e-11;
const mostSteps = 500;
const shortest = 2 ** -60;
/** A relative change of ‖r‖² below this may be rounding: r is a small difference of large numbers. */
const rounding = 1e-10;

/** ½‖r(b)‖², what a fit makes least. */
export const halfSquares =
  (f: Residuals) =>
  (b: Vector): Scalar => {
    const r = f(b);
    return mul(0.5, dot(r, r));
  };

/** Gauss–Newton, each step halved until it lowers the sum of squares. */
export const gaussNewton = (f: Residuals, start: Float64Array): Path =>
  follow(f, start, (here) => downhill(f, here));

/** Newton's method: b − H⁻¹ g with H the exact Hessian of ½‖r‖². */
export const newton = (f: Residuals, start: Float64Array): Path => {
  const hessianAt = hessian(halfSquares(f));
  return follow(f, start, ({ b, gradient }) => sub(b, solve(hessianAt(b), gradient)));
};

/** From the start to the first iterate that has converged, or to where there is no next. */
const follow = (
  f: Residuals,
  start: Float64Array,
  next: (here: Iterate) => Float64Array | undefined,
): Path => {
  let last = lookAt(f, start);
  const iterates = [last];
  while (last.offset > tolerance && iterates.length <= mostSteps) {
    const b = next(last);
    if (b === undefined) break;
    last = lookAt(f, b);
    iterates.push(last);
  }
  return { iterates, last };
};

/** One recording of f gives the residuals and their pullback. */
const lookAt = (f: Residuals, b: Float64Array): Iterate => {
  const { value: residuals, pullback: transposed } = pullback(f)(b);
  const J = jacobian(f)(b);
  const step = gaussNewtonStep(J, residuals);
  return {
    b,
    residuals,
    gradient: transposed(residuals),
    jacobian: J,
    sumOfSquares: dot(residuals, residuals),
    step,
    offset: norm2(matmul(J, step)) / norm2(residuals),
  };
};

/** The longest of step, step/2, step/4, … that does not raise ‖r‖² by more than its rounding. */
const downhill = (f: Residuals, { b, sumOfSquares, step }: Iterate) => {
  const bound = sumOfSquares * (1 + rounding);
  for (let t = 1; t >= shortest; t /= 2) {
    const there = add(b, mul(t, step));
    if (2 * value(halfSquares(f)(there)) <= bound) return there;
  }
  return undefined;
};
