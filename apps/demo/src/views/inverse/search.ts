import {
  ConvergenceError,
  JacobianError,
  type LocalInverse,
  localInverse,
  matmul,
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
import type { Found, Knowledge, Nearby, Outcome, Searched, Step } from "./searched.ts";

/** An estimate looks at so many points: more would be too slow to drag. */
const samples = 8;

type Inverse = LocalInverse<number[], readonly Scalar[]>;

/** The inverse near a start, or why there is none. */
export type Local =
  | { readonly inverse: Inverse; readonly near: Extract<Nearby, { readonly exists: true }> }
  | { readonly inverse: undefined; readonly near: Extract<Nearby, { readonly exists: false }> };

export const localAt = (model: Model, start: Pair, knowledge: Knowledge): Local => {
  try {
    const inverse = localInverse(model.generic, knowledge ?? { samples })([...start]);
    const { radius, domainRadius, lipschitz, rigorous } = inverse;
    const image = pairOf(inverse.value)!;
    const determinant = determinantOf(model.at(start));
    return {
      inverse,
      near: { exists: true, radius, domainRadius, lipschitz, rigorous, image, determinant },
    };
  } catch (error) {
    if (!(error instanceof JacobianError)) throw error;
    const isSingular = error instanceof SingularMatrixError;
    return { inverse: undefined, near: { exists: false, isSingular, why: error.message } };
  }
};

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

/** J at a preimage, J of the inverse at the target, and their product; the last two only where J is regular. */
const jacobiansOf = (forward: Matrix | undefined, back: Matrix | undefined): Found["jacobians"] => {
  const plain = ({ rows, cols, data }: Matrix) => ({ rows, cols, data });
  if (forward === undefined) return undefined;
  if (back === undefined) return { forward: plain(forward) };
  return {
    forward: plain(forward),
    back: { inverse: plain(back), product: plain(matmul(back, forward)) },
  };
};

/** Newton's way from the start to a preimage of the target, or why it ended elsewhere. */
const outcomeOf = (model: Model, inverse: Inverse, target: Pair): Outcome => {
  try {
    const { x, iterates, withinRadius, guaranteed } = inverse.newton([...target]);
    const solution = pairOf(x)!;
    const contraction = withinRadius
      ? attempted(ConvergenceError, () => inverse.contraction([...target]))
      : undefined;
    return {
      found: {
        x: solution,
        steps: iterates.map((each) => stepAt(model, pairOf(each as readonly number[])!, target)),
        withinRadius,
        guaranteed,
        jacobians: jacobiansOf(
          model.at(solution)?.jacobian,
          attempted(SingularMatrixError, () => inverse.jacobianAt([...target])),
        ),
        contraction: contraction && {
          iterations: contraction.iterations,
          factor: contraction.factor,
        },
      },
    };
  } catch (error) {
    if (error instanceof JacobianError) return { found: undefined, why: error.message };
    throw error;
  }
};

/** What comes of one start. */
export const searched = (
  model: Model,
  start: Pair,
  { inverse, near }: Local,
  target: Pair,
): Searched => ({
  start,
  near,
  outcome: inverse === undefined ? undefined : outcomeOf(model, inverse, target),
});
