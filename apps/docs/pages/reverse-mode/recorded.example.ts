import { mul, sin, type Scalars } from "@jacobian/core";
import { gradient, pullback, record } from "@jacobian/tape";

const f = ([x, y]: Scalars<2>) => mul(mul(x, y), sin(x));

gradient(f)([Math.PI / 2, 2]); // [ 2, 1.5707963267948966 ]

// The pullback can be applied to as many cotangents as you like; f was evaluated once.
const { value, pullback: back } = pullback(f)([Math.PI / 2, 2]);
value; // 3.141592653589793
back(-1); // [ -2, -1.5707963267948966 ]

// What was recorded, with the adjoints of the last sweep.
const tape = record(f)([Math.PI / 2, 2]);
tape.gradient([Math.PI / 2, 2]);
tape.toText().split("\n");
// [ 'v1 = input → 1.5708, adjoint 2',
//   'v2 = input → 2, adjoint 1.5708',
//   'v3 = mul(v1, v2) → 3.14159, adjoint 1',
//   'v4 = sin(v1) → 1, adjoint 3.14159',
//   'v5 = mul(v3, v4) → 3.14159, adjoint 1' ]
