import { type Scalar, mul } from "@jacobian/core";

/** x². */
export const hello = (x: Scalar): Scalar => mul(x, x);
