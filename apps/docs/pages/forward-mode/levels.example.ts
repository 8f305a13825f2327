import { add, mul, square, type Scalar } from "@jacobian/core";
import { derivative } from "@jacobian/dual";

// d/dx of x·(d/dy (x + y) at y = 1). The inner derivative is 1, so the whole is x, with slope 1.
derivative((x: Scalar) => mul(x, derivative((y: Scalar) => add(x, y))(1)))(1); // 1

// By hand, with one ε for both: the inner call reads the ε of x as its own.
interface Dual {
  readonly x: number;
  readonly dx: number;
}
const plus = (a: Dual, b: Dual): Dual => ({ x: a.x + b.x, dx: a.dx + b.dx });
const times = (a: Dual, b: Dual): Dual => ({ x: a.x * b.x, dx: a.dx * b.x + a.x * b.dx });
const confused = (g: (a: Dual) => Dual) => (x: number) => g({ x, dx: 1 }).dx;
confused((x) => times(x, { x: confused((y) => plus(x, y))(1), dx: 0 }))(1); // 2

// Nested calls with their own ε give second derivatives: (x³)″ = 6x.
derivative((x) => derivative((y: Scalar) => mul(y, square(y)))(x))(2); // 12
