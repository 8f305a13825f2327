import { AnomalyError, detectAnomaly, gradient, mul, sqrt, sub, type Scalar } from "jacobian";
import { hypot } from "jacobian";

const distance = (x: Scalar) => sqrt(mul(sub(x, 1), sub(x, 1)));
const anomalyOf = (compute: () => unknown) => {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof AnomalyError)) throw error;
    return [error.operation, error.phase];
  }
};
anomalyOf(() => gradient(detectAnomaly(distance))(1)); // [ 'sqrt', 'adjoint' ]
anomalyOf(() => detectAnomaly(distance)(NaN)); // [ 'detectAnomaly', 'value' ]

// √(u²) is |u|, and hypot has a convention at 0.
gradient(detectAnomaly((x: Scalar) => hypot(sub(x, 1), 0)))(1); // 0
