import { cos, mul, type Scalars, sin } from "jacobian";

/** Polar coordinates. */
export const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
