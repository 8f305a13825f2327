import { add, binary, div, hessian, jacobian, pow, square, unary, type Scalars } from "jacobian";

/** x/√(1 + x²); its derivative is (1 + x²)^(−3/2). */
const squash = unary("squash", {
  value: (x) => x / Math.hypot(1, x),
  partial: (x) => pow(add(1, square(x)), -1.5),
});
squash(Float64Array.of(0, 0.75)); // Float64Array(2) [0, 0.6]
squash.rule.tangent(1, 0, 0, undefined); // 1

/** 1/(1/x + 1/y), two resistors side by side. */
const parallel = binary("parallel", {
  value: (x, y) => (x * y) / (x + y),
  partials: [(x, y) => square(div(y, add(x, y))), (x, y) => square(div(x, add(x, y)))],
});
parallel(3, 6); // 2
jacobian(([x, y]: Scalars<2>) => parallel(x, y))([2, 2]); // Matrix 1×2 [0.25 0.25]
jacobian(([x, y]: Scalars<2>) => parallel(x, y))([0, 2]); // Matrix 1×2 [1 0]
hessian(([x, y]: Scalars<2>) => parallel(x, y))([2, 2]); // Matrix 2×2 [-0.125 0.125] [0.125 -0.125]
