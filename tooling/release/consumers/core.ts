import {
  Matrix,
  add,
  at,
  cos,
  mul,
  sin,
  square,
  sumOver,
  value,
  where,
  type Scalars,
  type Vector,
} from "@jacobian/core";
import { configs } from "@jacobian/core/eslint";
import { erf, lgamma } from "@jacobian/core/special";

const polar = ([r, t]: Scalars<2>) => add(square(mul(r, cos(t))), square(mul(r, sin(t))));
const energy = (x: Vector) => sumOver(3, (i) => square(at(x, i)));
const product: Matrix = mul(
  Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]),
  2,
);

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["r² of polar coordinates", value(polar([2, 0.7])), 4],
  ["1² + 2² + 3²", value(energy(Float64Array.of(1, 2, 3))), 14],
  ["the last of 2·(1 2; 3 4)", product.data[3] ?? NaN, 8],
  ["|-3| by a choice", where("lt", -3, 0, 3, -3), 3],
  ["erf(∞)", erf(Infinity), 1],
  ["log Γ(4) = log 6", lgamma(4), Math.log(6)],
  ["the rules of the ESLint configuration", Object.keys(configs.recommended.rules).length, 1],
];
