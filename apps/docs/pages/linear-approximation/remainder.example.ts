import { linearize, mul, square, type Scalars } from "jacobian";

const f = ([x, y]: Scalars<2>) => mul(square(x), y);

const near = linearize(f)([1, 3]);
near.value; // 3
near.toMatrix(); // Matrix 1×2 [6 1]
near.jvp([0.5, 0.5]); // 3.5

// Half the step, a quarter of the remainder: 5t² + t³.
near.remainder([1 / 2, 1 / 2]); // 1.375
near.remainder([1 / 4, 1 / 4]); // 0.328125
near.remainder([1 / 8, 1 / 8]); // 0.080078125
