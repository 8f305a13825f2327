import { cos, mul, sin, type Scalars } from "@jacobian/core";
import { jacobian, jvp, pushforward } from "@jacobian/dual";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

// One direction, one evaluation: J·v, without J.
jvp(polar)([2, 0], [0, 1]); // { value: [2, 0], tangent: [0, 2] }
jvp(polar)([2, 0], [3, 0.5]).tangent; // [3, 1]

// Several directions in one evaluation: sin t and cos t are computed once.
pushforward(polar)(
  [2, 0],
  [
    [1, 0],
    [0, 1],
  ],
).tangents; // [[1, 0], [0, 2]]

// Along the unit vectors they are the columns of the Jacobian.
jacobian(polar)([2, 0]); // Matrix 2×2 [1 0] [0 2]
