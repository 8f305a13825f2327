import { mul, square, type Scalar } from "@jacobian/core";

/** ½·x², whose derivative is x. */
export const halfSquare = (x: Scalar): Scalar => mul(0.5, square(x));
