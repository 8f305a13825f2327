import { add, gradient, hessian, mul, pow, type Scalars, solve, sub } from "jacobian";

const f = ([x, y]: Scalars<2>) => sub(add(pow(x, 3), pow(y, 3)), mul(3, mul(x, y)));

const next = ([x, y]: readonly [number, number]): readonly [number, number] => {
  const [g, H] = [gradient(f)([x, y]), hessian(f)([x, y])];
  const [dx = NaN, dy = NaN] = solve(H, Float64Array.from(g));
  return [x - dx, y - dy];
};

// The error is squared in each step: 1/3, 1/15, 1/255, 1/65535.
const first = next([2, 2]);
first; // [1.3333333333333335, 1.3333333333333335]
const second = next(first);
second; // [1.0666666666666667, 1.0666666666666667]
const third = next(second);
third; // [1.0039215686274512, 1.0039215686274512]
next(third); // [1.000015259021897, 1.000015259021897]

// From here it goes to the saddle.
next([0.25, 0.25]); // [-0.125, -0.125]
