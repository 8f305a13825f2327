import { scenario } from "../scenario.ts";

const { cos, exp, sin } = Math;

/** Curves: their Jacobian is one column, the tangent. */
export const curves = [
  scenario({
    name: "helix",
    source: "do Carmo, Differential Geometry of Curves and Surfaces, §1-2, example 1",
    x: 1.3,
    f:
      ({ cos, mul, sin }) =>
      (t) => [mul(2, cos(t)), mul(2, sin(t)), mul(0.5, t)],
    value: (t) => [2 * cos(t), 2 * sin(t), 0.5 * t],
    jacobian: (t) => [[-2 * sin(t)], [2 * cos(t)], [0.5]],
  }),
  scenario({
    name: "cycloid",
    source: "do Carmo, Differential Geometry of Curves and Surfaces, §1-3, exercise 2",
    x: 2.1,
    f:
      ({ cos, sin, sub }) =>
      (t) => [sub(t, sin(t)), sub(1, cos(t))],
    value: (t) => [t - sin(t), 1 - cos(t)],
    jacobian: (t) => [[1 - cos(t)], [sin(t)]],
  }),
  scenario({
    name: "Viviani's curve",
    source: "Gray, Modern Differential Geometry of Curves and Surfaces, 2nd ed., §8.6",
    x: 0.9,
    f:
      ({ add, cos, div, mul, sin, vector }) =>
      (t) =>
        vector([add(1, cos(t)), sin(t), mul(2, sin(div(t, 2)))]),
    value: (t) => [1 + cos(t), sin(t), 2 * sin(t / 2)],
    jacobian: (t) => [[-sin(t)], [cos(t)], [cos(t / 2)]],
  }),
  scenario({
    name: "logarithmic spiral",
    source: "do Carmo, Differential Geometry of Curves and Surfaces, §1-3, exercise 5",
    x: [1.7],
    f:
      ({ cos, exp, mul, sin }) =>
      ([t]) => {
        const r = exp(mul(-0.2, t));
        return { x: mul(r, cos(t)), y: mul(r, sin(t)) };
      },
    value: ([t]) => [exp(-0.2 * t) * cos(t), exp(-0.2 * t) * sin(t)],
    jacobian: ([t]) => [
      [exp(-0.2 * t) * (-0.2 * cos(t) - sin(t))],
      [exp(-0.2 * t) * (cos(t) - 0.2 * sin(t))],
    ],
  }),
  scenario({
    name: "a rotation as a curve of matrices",
    source:
      "Hall, Lie Groups, Lie Algebras, and Representations, 2nd ed., §2.1: R′ = R·(0 −1; 1 0)",
    x: 0.6,
    f:
      ({ cos, matrix, neg, sin }) =>
      (t) =>
        matrix([
          [cos(t), neg(sin(t))],
          [sin(t), cos(t)],
        ]),
    value: (t) => [cos(t), -sin(t), sin(t), cos(t)],
    jacobian: (t) => [[-sin(t)], [-cos(t)], [cos(t)], [-sin(t)]],
  }),
];
