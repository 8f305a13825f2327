import {
  type Differentiable,
  type Scalars,
  type Value,
  OperatorError,
  describe,
  entriesOf,
  mapLeaves,
  ownOutputs,
  value,
} from "@jacobian/core";
import { AnomalyError } from "./anomaly-error.ts";
import { Watch } from "./watch.ts";

/**
 * The same function under watch: the first NaN or infinity, in a value, in an adjoint on its way back or in a
 * tangent, is an error that names the operation, its operands and the line that called it. Differentiate the
 * function that it gives, `gradient(detectAnomaly(f))(x)`, with any engine; without it nothing is paid for. What
 * f computes from captured elements or constants alone is not watched, nor an infinity that came in as one.
 * @throws AnomalyError where a NaN or an infinity appears.
 * @example
 * const f = ([x, y]: Scalars<2>): Scalar => mul(x, log(y));
 * gradient(detectAnomaly(f))([2, 1]); // [ 0, 2 ]
 */
export const detectAnomaly =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
    f: Differentiable<X, C, Y>,
  ): Differentiable<X, C, Y> =>
  (x, ...constants) => {
    if (x === undefined) {
      throw new OperatorError(
        "detectAnomaly: expected the input of the function that it watches, got none; write gradient(detectAnomaly(f))(x)",
      );
    }
    const watch = new Watch();
    const lifted = mapLeaves("detectAnomaly", x, (leaf) => watch.lift(refuseNaN(leaf)));
    // Input and output keep their containers.
    const output = watch.run(() =>
      ownOutputs("detectAnomaly", watch, f(lifted as X, ...constants)),
    );
    return mapLeaves("detectAnomaly", output, (y) => watch.primal(y)) as Y;
  };

const refuseNaN = (x: Value): Value => {
  const plain = value(x);
  if (!entriesOf(plain).some(Number.isNaN)) return x;
  throw new AnomalyError(
    `detectAnomaly: expected an input without NaN, got ${describe(plain)}; look for where it comes from`,
    { operation: "detectAnomaly", phase: "value", location: undefined },
  );
};
