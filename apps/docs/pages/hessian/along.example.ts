import { exp, jet, mixedDirectional, mul, type Scalars, secondDirectional, taylor } from "jacobian";

const f = ([x, y]: Scalars<2>) => mul(exp(x), y);

// The slope J·v and the curvature vᵀ·H·v along v, in one evaluation.
secondDirectional(f)([0, 2], [1, 1]); // { value: 2, first: 3, second: 4 }
mixedDirectional(f)([0, 2], [1, 0], [0, 1]).second; // 1

// f(x + t·v) as a polynomial in t: its coefficient of t² is half of that curvature.
jet(
  f,
  3,
)([
  [0, 2],
  [1, 1],
]); // [2, 3, 2, 0.8333333333333333]
taylor(exp, 4)(0); // [1, 1, 0.5, 0.16666666666666666, 0.041666666666666664]
