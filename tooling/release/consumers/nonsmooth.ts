import { abs, max, neg, relu, sub, type Scalar, type Scalars } from "@jacobian/core";
import { clarke, directional, jacobian, subgradient } from "@jacobian/nonsmooth";

const f = ([x, y]: Scalars<2>) => max(abs(x), abs(y));
const identity = (x: Scalar) => sub(relu(x), relu(neg(x)));
const set = clarke(f)([0, 0]);

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["the vertices of the unit ball of |·|₁", set.generators?.length ?? 0, 4],
  ["its support along (3, 1)", set.support([3, 1]), 3],
  ["f′(0; (−1, 2))", directional(f)([0, 0], [-1, 2]), 2],
  ["|g|₁ of a subgradient", subgradient(f)([0, 0]).reduce((s, g) => s + Math.abs(g), 0), 1],
  ["the derivative of x, written with kinks", jacobian(identity)(0).data[0] ?? NaN, 1],
];
