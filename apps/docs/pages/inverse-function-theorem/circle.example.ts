import { add, derivative, implicit, mul, square, sub, type Scalar } from "jacobian";

// x² + y² = 25 near (3, 4): the upper half of the circle.
const circle = (x: Scalar, y: Scalar): Scalar => sub(add(square(x), square(y)), 25);
const upper = implicit(circle)(3, 4);
upper.at(4); // 3
upper.jacobianAt(3); // Matrix 1×1 [-0.75]

// The start chooses the branch.
implicit(circle)(3, -4).at(4); // -3

// It is differentiated again: y″ = −25/y³.
derivative((x: Scalar) => derivative((z: Scalar) => upper.at(z))(x))(3); // -0.390625

// Where the circle is vertical, ∂F/∂y = 0, and there is no y(x).
implicit(circle)(5, 0);
// throws SingularMatrixError: implicit: expected an invertible Jacobian ∂F/∂y at (x0, y0),
// got a 1×1 matrix of reciprocal condition number 0.0; the function need not have an
// inverse there, choose another point

// The guess need not lie on the curve: y³ + y = 10 has the solution 2.
const cubic = (x: Scalar, y: Scalar): Scalar => sub(add(mul(y, square(y)), y), x);
implicit(cubic)(10, 1.5).value; // 2
