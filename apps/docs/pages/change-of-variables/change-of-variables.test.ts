import {
  add,
  changeOfVariables,
  column,
  cos,
  cross,
  det,
  div,
  exp,
  integrate,
  jacobian,
  matmul,
  mul,
  neg,
  sin,
  sqrt,
  square,
  sub,
  transpose,
  volume,
  type Scalar,
  type Scalars,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const turn = 2 * Math.PI;

await testPage(import.meta.url, {
  "change-of-variables": () => {
    const g = ([x, y]: Scalars<2>) => exp(add(x, square(y)));
    const straight = integrate(
      g,
      [
        [-1, 1],
        [([x]) => neg(sqrt(sub(1, square(x)))), ([x]) => sqrt(sub(1, square(x)))],
      ],
      { tolerance: 1e-8 },
    );
    const through = changeOfVariables(g, polar, [
      [0, 1],
      [0, turn],
    ]);
    expect(through.value).toBeCloseTo(straight.value, 6);
  },
  gauss: () => {
    const line = integrate((x: Scalar) => exp(neg(square(x))), [-Infinity, Infinity]).value;
    const plane = changeOfVariables(
      ([x, y]: Scalars<2>) => exp(neg(add(square(x), square(y)))),
      polar,
      [
        [0, Infinity],
        [0, turn],
      ],
    ).value;
    expect(line).toBeCloseTo(Math.sqrt(Math.PI), 10);
    expect(plane).toBeCloseTo(line ** 2, 9);
  },
  gram: () => {
    const torus = ([u, v]: Scalars<2>) => {
      const radius = add(3, cos(u));
      return [mul(radius, cos(v)), mul(radius, sin(v)), sin(u)];
    };
    const J = jacobian(torus)([0.8, 2]);
    const normal = cross(column(J, 0), column(J, 1));
    const factor = volume(torus)([0.8, 2]);
    expect(factor).toBeCloseTo(Math.sqrt(det(matmul(transpose(J), J))), 13);
    expect(factor).toBeCloseTo(Math.hypot(...normal), 13);
    // By hand: a circle of radius 1 that goes around at the distance 3 + cos u.
    expect(factor).toBeCloseTo(3 + Math.cos(0.8), 13);
    const area = changeOfVariables(() => 1, torus, [
      [0, turn],
      [0, turn],
    ]).value;
    // Pappus: the length of the circle times that of the way of its centre.
    expect(area).toBeCloseTo(turn * (3 * turn), 8);
  },
  "counted-twice": () => {
    const g = (y: Scalar) => div(1, add(1, y));
    // x² takes each y in (0, 1) twice on [−1, 2], each in (1, 4) once.
    const through = changeOfVariables(
      ([y]: Scalars<1>) => g(y),
      ([x]: Scalars<1>) => [square(x)],
      [[-1, 2]],
    ).value;
    const [twice, once] = [integrate(g, [0, 1]).value, integrate(g, [1, 4]).value];
    expect(through).toBeCloseTo(2 * twice + once, 9);
    expect(through).toBeCloseTo(2 * Math.log(2) + Math.log(5 / 2), 9);
  },
});
