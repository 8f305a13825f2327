import { add, mul, square, sub, sum, type Scalars, type Vector } from "@jacobian/core";
import { gradient, hvp, jacobian, record } from "@jacobian/tape";

const rosenbrock = ([x, y]: Scalars<2>) =>
  add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));
const loss = ({ w }: { w: Vector }) => sum(square(w));

const [slope] = gradient(rosenbrock)([-1, 2]);
const [curvature] = hvp(rosenbrock)([-1, 2], [1, 0]);
const { w } = gradient(loss)({ w: Float64Array.of(3, 4) });
const J = jacobian(([x, y]) => [mul(x, y), add(x, y)])([2, 3]);
const tape = record(rosenbrock)([-1, 2]);
const [replayed] = tape.gradient([0, 1]);

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["-2(1 − x) − 400x(y − x²) at (−1, 2)", slope, 396],
  ["2 − 400(y − 3x²) at (−1, 2)", curvature, 402],
  ["the gradient of a sum of squares", Number(w[1]), 8],
  ["∂(xy)/∂x at y = 3", J.data[0] ?? NaN, 3],
  ["the slope at (0, 1), replayed", replayed, -2],
];
