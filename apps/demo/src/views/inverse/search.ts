import {
  ConvergenceError,
  JacobianError,
  type LocalInverse,
  localInverse,
  type Matrix,
  norm,
  type Scalar,
  SingularMatrixError,
  sub,
} from "jacobian";
import type { Pair } from "../../app/fields.ts";
import { determinantOf } from "../../model/determinant.ts";
import type { Model } from "../../model/model.ts";
import { pairOf } from "../../ui/points.ts";

/** An estimate looks at so many points: more would be too slow to drag. */
const samples = 8;

/** What is known beforehand: nothing, or L within r of the start. */
export type Knowledge = { readonly lipschitz: number; readonly within: number } | undefined;

type Inverse = LocalInverse<number[], readonly Scalar[]>;

/** The inverse near a start, or why there is none. */
export type Nearby =
  | { readonly inverse: Inverse; readonly image: Pair; readonly determinant: number | undefined }
  | { readonly inverse: undefined; readonly isSingular: boolean; readonly why: string };

export const nearby = (model: Model, start: Pair, knowledge: Knowledge): Nearby => {
  try {
    const inverse = localInverse(model.generic, knowledge ?? { samples })([...start]);
    const image = pairOf(inverse.value)!;
    return { inverse, image, determinant: determinantOf(model.at(start)) };
  } catch (error) {
    if (!(error instanceof JacobianError)) throw error;
    return {
      inverse: undefined,
      isSingular: error instanceof SingularMatrixError,
      why: error.message,
    };
  }
};

/** One point of Newton's way: where f takes it, and how far that is from the target. */
export interface Step {
  readonly x: Pair;
  readonly image: Pair | undefined;
  readonly residual: number;
}

export interface Found {
  readonly x: Pair;
  readonly steps: readonly Step[];
  readonly withinRadius: boolean;
  readonly guaranteed: boolean;
  /** J of the inverse at the target; undefined where J is singular at x. */
  readonly inverseJacobian: Matrix | undefined;
  readonly jacobian: Matrix | undefined;
  /** Steps of the contraction with its factor, where it is sure to converge. */
  readonly contraction: { readonly iterations: number; readonly factor: number } | undefined;
}

export type Outcome =
  { readonly found: Found } | { readonly found: undefined; readonly why: string };

/** A result, or nothing where an error of the given kind says that there is none. */
const attempted = <T>(
  kind: typeof SingularMatrixError | typeof ConvergenceError,
  get: () => T,
): T | undefined => {
  try {
    return get();
  } catch (error) {
    if (error instanceof kind) return undefined;
    throw error;
  }
};

const stepAt = (model: Model, x: Pair, target: Pair): Step => {
  const image = pairOf(model.value(x));
  const residual =
    image === undefined
      ? NaN
      : norm(sub(Float64Array.from(image), Float64Array.from(target)), Infinity);
  return { x, image, residual };
};

/** Newton's way from the start to a preimage of the target, or why it ended elsewhere. */
export const search = (model: Model, inverse: Inverse, target: Pair): Outcome => {
  try {
    const { x, iterates, withinRadius, guaranteed } = inverse.newton([...target]);
    const solution = pairOf(x)!;
    return {
      found: {
        x: solution,
        steps: iterates.map((each) => stepAt(model, pairOf(each as readonly number[])!, target)),
        withinRadius,
        guaranteed,
        inverseJacobian: attempted(SingularMatrixError, () => inverse.jacobianAt([...target])),
        jacobian: model.at(solution)?.jacobian,
        contraction: withinRadius
          ? attempted(ConvergenceError, () => inverse.contraction([...target]))
          : undefined,
      },
    };
  } catch (error) {
    if (error instanceof JacobianError) return { found: undefined, why: error.message };
    throw error;
  }
};
