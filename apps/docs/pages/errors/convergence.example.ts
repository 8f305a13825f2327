import { add, fixedPoint, mul, root, square, type Scalar } from "jacobian";

fixedPoint((y: Scalar) => add(y, 1), { limit: 100 })(0);
// throws ConvergenceError: fixedPoint: expected y = g(y, x) to settle within 100 steps,
// got one that still changed by 1 after 100; start closer, damp g, raise the limit or
// the tolerance, or take root

// y² + 1 = 0 has no real root.
root((y: Scalar) => add(square(y), 1))(0.5);
// throws ConvergenceError: root: expected Newton's method to settle within 100 steps,
// got one that still changed by 2.14163833908308 after 100, with a residual |F| of
// 4.586614775430535; start closer, or give as `find` a method that comes close from
// afar

// One that settles: y = 1 + y/2.
fixedPoint((y: Scalar) => add(1, mul(0.5, y)))(0); // 2
