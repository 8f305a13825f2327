import type { Differentiable, Input, Mirror, Scalar } from "@jacobian/core";
import type { Oracle } from "./oracle.ts";

/** Why a method has stopped. */
export type Reason =
  /** 0 is within the tolerance of the ε-subdifferential (or f stopped to depend on x). */
  | "stationary"
  /** An equation holds to the tolerance. */
  | "solved"
  /** No value within the radius that was asked for is further below than the tolerance says: proven, f being convex. */
  | "optimal"
  /** The value that was aimed at is reached. */
  | "target"
  /** As many steps have been made as were allowed. */
  | "limit"
  /** The signal was aborted. */
  | "aborted"
  /** No step makes progress that rounding does not hide, or none leads to where f and its subgradient are finite. */
  | "stalled"
  /** The values fall without end. */
  | "unbounded";

/**
 * How far 0 is from the convex hull of the subgradients that count for ε: those at points within the distance ε
 * of x (Goldstein 1977), the ε-subgradients of a convex function, or, where a term is added whose proximal map
 * is known, |x − prox(x − ∇f(x))| in the place of a distance.
 */
export interface Stationarity {
  readonly distance: number;
  readonly epsilon: number;
  readonly of: "Goldstein" | "convex" | "proximal";
}

/** What has been asked of f. A subgradient (or a generalized Jacobian) is counted once, with its value. */
export interface Evaluations {
  readonly values: number;
  readonly subgradients: number;
}

/** What is kept of a step; number 0 is the start. */
export interface Step {
  readonly step: number;
  readonly value: number;
  /** Undefined where the method does not measure it at every step. */
  readonly stationarity: Stationarity | undefined;
  readonly evaluations: Evaluations;
}

/** A step as it is reported, with the point in its container. */
export interface Progress<X> extends Step {
  readonly x: X;
}

/** An AbortSignal, as far as it is asked: browsers, Node and others each have their own. */
export interface Signal {
  readonly aborted: boolean;
}

/** What all methods let be chosen. */
export interface MethodOptions<X> {
  /** What gives value and subgradient; `valueAndGradient` of `@jacobian/dual` if not said. */
  readonly oracle?: Oracle;
  /** The largest number of steps. */
  readonly limit?: number;
  /** Ends the method after the step in which it is aborted; what has been reached is returned. */
  readonly signal?: Signal;
  /** Is told of every step, the start among them. */
  readonly onStep?: (progress: Progress<Input<X>>) => void;
}

/** Where a method ended. */
export interface Minimum<A> {
  /** In the container of the start. */
  readonly x: Mirror<A>;
  readonly value: number;
  readonly reason: Reason;
  readonly stationarity: Stationarity;
  readonly steps: number;
  readonly history: readonly Step[];
  readonly evaluations: Evaluations;
}

/** A method for one function: it takes the start, and the constants of f. */
export type Minimiser<X, C extends readonly unknown[], E = unknown> = <const A extends Input<X>>(
  x0: A,
  ...constants: C
) => Minimum<A> & E;

/** A scalar function, whatever its input. */
export type Minimised<X, C extends readonly unknown[]> = Differentiable<X, C, Scalar>;
