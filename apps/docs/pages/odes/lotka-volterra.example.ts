import { gradient, mul, odeSensitivity, odeSolve, square, sub, type Scalars } from "jacobian";

const field = (_t: number, [x, y]: Scalars<2>, [a, b]: Scalars<2>) => [
  sub(x, mul(a, mul(x, y))),
  sub(mul(b, mul(x, y)), y),
];
const [y0, p, times] = [
  [1, 0.5],
  [0.8, 0.4],
  [0, 3, 6],
] as const;

const forward = odeSensitivity(field, { steps: 100, mode: "forward" })(y0, p, times);
const adjoint = odeSensitivity(field, { steps: 100, mode: "adjoint" })(y0, p, times);
forward.states.at(-1); // [ 0.654714638720391, 0.9646686740676821 ]
forward.byParameters.at(-1); // Matrix 2×2 [0.551831 0.0895771] [-0.665423 -1.88599]
adjoint.byParameters.at(-1); // Matrix 2×2 [0.551831 0.0895771] [-0.665423 -1.88599]

const solve = odeSolve(field, { steps: 100 });
const misfit = ([a, b]: Scalars<2>) => {
  const end = solve(y0, [a, b], times).at(-1);
  return end ? square(sub(end[0], 1)) : NaN;
};
gradient(misfit)(p); // [ -0.381078219427259, -0.06185928978667388 ]
