import { add, mul, neg, relu, square, sub, type Scalar, type Scalars } from "@jacobian/core";
import { gradient } from "@jacobian/dual";
import { directional, kinksAlong, subgradient } from "@jacobian/nonsmooth";

// x + ½x⁴ + y², least at x = −0.7937, with the x written by two relus.
const identity = (x: Scalar) => sub(relu(x), relu(neg(x)));
const f = ([x, y]: Scalars<2>) => add(add(identity(x), mul(0.5, square(square(x)))), square(y));

type Point = readonly [number, number];
const descend = (slope: (p: Point) => readonly [number, number]) => {
  const path: Point[] = [[0, 1]];
  for (let k = 0; k < 40; k++) {
    const [x, y] = path[k]!;
    const [dx, dy] = slope([x, y]);
    path.push([x - 0.1 * dx, y - 0.1 * dy]);
  }
  return path;
};

// By conventions every step is on the kink, and none leaves it.
const stuck = descend((p) => gradient(f)(p));
stuck.at(-1)![0]; // 0
kinksAlong(f)(stuck).share; // 1
directional(f)([0, 0], [-1, 0]); // -1

// By subgradients the first step leaves it.
const free = descend((p) => subgradient(f)(p));
free.at(-1)![0].toFixed(4); // "-0.7937"
kinksAlong(f)(free).onKinks; // 1
