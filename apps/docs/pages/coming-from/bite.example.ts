import { add, clamp, gradient, jacobian, matrix, mul, sum, type Vector } from "jacobian";
import { derivative, type Scalar, type Scalars } from "jacobian";
import { pytorch, withConventions } from "@jacobian/nonsmooth";

// A row does not meet a matrix by itself.
add(matrix([[1, 2]]), Float64Array.of(1, 2));
// throws ShapeError: add: expected operands of one shape, got a 1×2 matrix and a vector
// of 2; only a scalar meets an array entry by entry

// Containers come back as they went in; a Jacobian is one matrix.
gradient(([x, y]: Scalars<2>) => mul(x, y))([2, 3]); // [ 3, 2 ]
gradient((x: Vector) => sum(mul(x, x)))(Float64Array.of(2, 3));
// Float64Array(2) [ 4, 6 ]
gradient(({ w, b }: { w: Scalar; b: Scalar }) => mul(w, b))({ w: 2, b: 3 });
// { w: 3, b: 2 }
jacobian(({ w, b }: { w: Scalar; b: Scalar }) => [mul(w, b), b])({ w: 2, b: 3 });
// Matrix 2×2 [3 2] [0 1]

// Further arguments are constants.
gradient((x: Scalar, data: number) => mul(data, mul(x, x)))(3, 10); // 60

const bounded = (x: Scalar) => clamp(x, 0, 1);
derivative(bounded)(0); // 0.5
derivative(withConventions(pytorch, bounded))(0); // 1
