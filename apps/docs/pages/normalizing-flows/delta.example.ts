import { deltaMethod, multivariateNormal } from "@jacobian/flows";
import { at, cos, matrix, mul, sin, vector, type Vector } from "jacobian";

// Range and bearing, measured with the standard deviations 0.1 and 0.02.
const measured = multivariateNormal({
  mean: Float64Array.of(10, 0),
  covariance: matrix([
    [0.01, 0],
    [0, 0.0004],
  ]),
});
const position = (p: Vector) =>
  vector([mul(at(p, 0), cos(at(p, 1))), mul(at(p, 0), sin(at(p, 1)))]);
const { mean, covariance } = deltaMethod(position)(measured);
mean; // Float64Array(2) [10, 0]

// 0.1² along the line of sight, (10·0.02)² across it.
covariance; // Matrix 2×2 [0.01 0] [0 0.04]

// Exactly the mean is 10·e^(−0.02²/2): the cloud of points is bent.
(10 * Math.exp(-(0.02 ** 2) / 2)).toFixed(4); // "9.9980"
