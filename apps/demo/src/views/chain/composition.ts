import { compose, JacobianError, type Matrix } from "jacobian";
import type { Model } from "../../model/model.ts";

/** What the packages say about a composition at a point. */
export interface Composition {
  readonly points: readonly (readonly number[])[];
  readonly value: readonly number[];
  readonly jacobians: readonly Matrix[];
  readonly product: Matrix;
  readonly bracketing: string;
  readonly multiplications: {
    readonly forward: number;
    readonly reverse: number;
    readonly optimal: number;
  };
}

/** What does not fit together, in words. */
export const misfitOf = (models: readonly Model[]): string | undefined => {
  const at = models.findIndex(
    ({ variables }, k) => k > 0 && variables.length !== models[k - 1]!.outputs.length,
  );
  if (at < 0) return undefined;
  const [before, after] = [models[at - 1]!, models[at]!];
  return `Map ${at} gives ${before.outputs.length} numbers, but map ${at + 1} takes ${after.variables.length} (${after.variables.join(", ")}).`;
};

/** Undefined where one of the maps has no finite value or derivative. */
export const compositionAt = (
  models: readonly Model[],
  x: readonly number[],
): Composition | undefined => {
  const [first, ...others] = models.map(({ generic }) => generic);
  if (first === undefined) return undefined;
  try {
    const factors = compose(first, ...others).factors([...x]);
    const product = factors.product();
    if (![...factors.jacobians, product].every(({ data }) => data.every(Number.isFinite)))
      return undefined;
    return {
      // Plain numbers in, plain numbers out, which the types of a list of maps cannot say.
      points: factors.points as readonly (readonly number[])[],
      value: factors.value as unknown as readonly number[],
      jacobians: factors.jacobians,
      product,
      bracketing: factors.bracketing,
      multiplications: factors.multiplications,
    };
  } catch (error) {
    if (error instanceof JacobianError) return undefined;
    throw error;
  }
};
