import { dot, JacobianError, jvp, vjp } from "jacobian";
import type { Model } from "../../model/model.ts";

/** What the packages say of a map along a tangent and a covector. */
export interface Directions {
  readonly x: readonly number[];
  readonly v: readonly number[];
  readonly w: readonly number[];
  readonly value: readonly number[];
  /** J v, in the output. */
  readonly pushed: readonly number[];
  /** wᵀJ, in the input. */
  readonly pulled: readonly number[];
  /** w·(J v) and (wᵀJ)·v, on their two roads. */
  readonly pairings: readonly [afterPush: number, afterPull: number];
}

export const paired = (a: readonly number[], b: readonly number[]): number =>
  dot(Float64Array.from(a), Float64Array.from(b));

/** Undefined where f or a derivative is not finite. */
export const directionsAt = (
  { generic }: Model,
  x: readonly number[],
  v: readonly number[],
  w: readonly number[],
): Directions | undefined => {
  try {
    // Plain numbers in, plain numbers out.
    const { value, tangent } = jvp(generic)([...x], [...v]) as {
      readonly value: readonly number[];
      readonly tangent: readonly number[];
    };
    const pulled = vjp(generic)([...x], [...w]).cotangent as readonly number[];
    if (![...value, ...tangent, ...pulled].every(Number.isFinite)) return undefined;
    const pairings = [paired(w, tangent), paired(pulled, v)] as const;
    return { x, v, w, value, pushed: tangent, pulled, pairings };
  } catch (error) {
    if (error instanceof JacobianError) return undefined;
    throw error;
  }
};
