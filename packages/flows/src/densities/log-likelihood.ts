import { type Value, ShapeError, describeShape, isValue, notAValue, shapeOf } from "@jacobian/core";
import { type MatrixValue, type Scalar, sum } from "jacobian";
import type { Distribution } from "./distribution.ts";

/**
 * Σ log p(x) over the columns of a matrix, which are the points of a data set; to be maximized in the parameters of a
 * distribution, or its negative to be minimized.
 * @throws ShapeError unless `data` is a matrix of as many rows as points have coordinates; what `logDensity` throws.
 * @example
 * logLikelihood(standardNormal(1), matrix([[0, 1, 2]])); // -5.2568155996140185
 */
export const logLikelihood = (distribution: Distribution, data: MatrixValue): Scalar => {
  // What a program that is not type-checked may pass.
  const x: Value = data;
  if (!isValue(x)) throw notAValue("logLikelihood", x);
  const shape = shapeOf(x);
  if (shape.length === 2) return sum(distribution.logDensity(data));
  throw new ShapeError(
    `logLikelihood: expected a matrix with a point in each column, got ${describeShape(shape)}; of one point, logDensity is its likelihood`,
  );
};
