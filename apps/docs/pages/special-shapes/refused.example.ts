import { determinant, gradient, jacobian, mul, square, type Scalar } from "jacobian";

determinant((t: Scalar) => [t, square(t)])(1);
// throws ShapeError: determinant: expected a square Jacobian, got a 2×1 matrix;
// its volume factor √det(JᵀJ) is volume(f)(x)

// The compiler refuses two outputs too; `never` hides them from it.
gradient(([x, y]) => [mul(x, y), x] as never)([1, 2]);
// throws ShapeError: gradient: expected a function with one scalar output, got 2 values;
// use jacobian for several outputs

jacobian(([x]) => square(x))([3]); // Matrix 1×1 [6]
jacobian((x: Scalar) => square(x))(3); // Matrix 1×1 [6]
