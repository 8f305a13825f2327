import { type Value, shapeOf } from "@jacobian/core";
import { add, matmul, type MatrixValue, type Vector } from "jacobian";
import { atEveryPoint, pointsShape } from "../bijector/points.ts";

/** The parameters of a layer of a network. */
export interface DenseParameters {
  /** m×d */
  readonly weights: MatrixValue;
  /** m entries */
  readonly bias: Vector;
}

/**
 * W·x + b of one point (a vector of d) or of many (the columns of a d×N matrix): a layer of a network, such as
 * `coupling` is given. It is no bijector.
 * @throws ShapeError for shapes that do not fit.
 * @example
 * const layer = { weights: matrix([[1, 2]]), bias: Float64Array.of(10) };
 * dense(layer, Float64Array.of(3, 4)); // Float64Array(1) [ 21 ]
 * dense(layer, matrix([[3, 0], [4, 0]])); // Matrix 1×2 [21 10]
 */
export const dense = ({ weights, bias }: DenseParameters, x: Value): Value => {
  pointsShape("dense", x, shapeOf(weights)[1]);
  const product = matmul(weights, x);
  return add(product, atEveryPoint(bias, product));
};
