import { add, determinant, volume, matrix, mul, square, type Scalar } from "jacobian";

add(Float64Array.of(1, 2, 3), matrix([[1, 2, 3]]));
// throws ShapeError: add: expected operands of one shape, got a vector of 3 and a 1×3
// matrix; only a scalar meets an array entry by entry

// A rectangle has no determinant. It has a volume, √det(JᵀJ).
const curve = (t: Scalar) => [mul(3, t), mul(4, t), square(0)];
determinant(curve)(1);
// throws ShapeError: determinant: expected a square Jacobian, got a 3×1 matrix; its
// volume factor √det(JᵀJ) is volume(f)(x)
volume(curve)(1); // 5
