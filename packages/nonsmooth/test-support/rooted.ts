import { type Scalar, add, lt, sqrt, step, where } from "@jacobian/core";

// Functions that are not locally Lipschitz, in a file of their own: what they call has a line here.

export const root = (x: Scalar): Scalar => add(sqrt(x), 1);

export const jump = (x: Scalar): Scalar => step(x);

export const branch = (x: Scalar): Scalar => (lt(x, 0) ? 0 : add(x, 1));

export const choice = (x: Scalar): Scalar => where("gt", x, 0, 1, 0);
