import { cos, determinant, hessian, jacobian, mul, sin, square } from "jacobian";
import type { Matrix, Scalars } from "jacobian";
import { check } from "jacobian/check";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const named: Matrix = jacobian(polar)([2, 0.7]);
const inline: Matrix = jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0.7]);
const area: number = determinant(polar)([2, 0.7]);
const H = hessian(([x, y]) => mul(square(x), y))([1, 3]);

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["∂(r·cos t)/∂t", named.data[1] ?? NaN, -2 * Math.sin(0.7)],
  ["∂(r·sin t)/∂t, inline", inline.data[3] ?? NaN, 2 * Math.cos(0.7)],
  ["the area element of polar coordinates", area, 2],
  ["r·cos t of plain numbers", Number(polar([2, 0])[0]), 2],
  ["∂²(x²y)/∂x²", H.data[0] ?? NaN, 6],
  ["engines and differences agree", check(polar)([2, 0.7]).ok ? 1 : 0, 1],
];
