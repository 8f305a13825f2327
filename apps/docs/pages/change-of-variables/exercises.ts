import {
  add,
  changeOfVariables,
  cos,
  determinant,
  exp,
  mul,
  neg,
  sin,
  square,
  volume,
  type Scalars,
} from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const spherical = ([r, p, t]: Scalars<3>) =>
  [mul(r, mul(sin(p), cos(t))), mul(r, mul(sin(p), sin(t))), mul(r, cos(p))] as const;

export const sphericalFactor: Exercise = {
  answer: ({ r, p, t }) => Math.abs(determinant(spherical)([r!, p!, t!])),
  at: [
    { r: 2, p: 0.7, t: 1.1 },
    { r: 0.5, p: 2, t: 4 },
  ],
  solution: "r^2*sin(p)",
  mistakes: [
    { answer: "r", say: "That is the factor in the plane. In space there is a second angle." },
    {
      answer: "r*sin(p)",
      say: "A step in t has the length r sin p, one in p the length r: the factor is their product.",
    },
    {
      answer: "r^2*cos(p)",
      say: "That is right where p is measured from the equator. Here p = 0 is the pole.",
    },
  ],
  hint: "The three columns are perpendicular, so the factor is the product of their lengths.",
};

export const graphFactor: Exercise = {
  answer: ({ x, y }) => volume(([u, v]: Scalars<2>) => [u, v, mul(u, v)])([x!, y!]),
  at: [
    { x: 0.4, y: -1.2 },
    { x: 2, y: 0.3 },
  ],
  solution: "sqrt(1 + x^2 + y^2)",
  mistakes: [
    { answer: "1 + x^2 + y^2", say: "That is det JᵀJ. Its square root is the factor." },
    {
      answer: "sqrt(x^2 + y^2)",
      say: "That is the length of the gradient of xy. J has the rows (1, 0) and (0, 1) as well.",
    },
  ],
  hint: "J has the rows (1, 0), (0, 1), (y, x). What is JᵀJ, and what its determinant?",
};

const normalizer = () =>
  changeOfVariables(
    ([x, y]: Scalars<2>) => exp(mul(-0.5, add(square(x), square(y)))),
    ([r, t]: Scalars<2>) => [mul(r, cos(t)), neg(mul(r, sin(t)))],
    [
      [0, Infinity],
      [0, 2 * Math.PI],
    ],
  ).value;

export const normalConstant: Exercise = {
  answer: normalizer,
  solution: "2*pi",
  mistakes: [
    {
      answer: "pi",
      say: "That is the integral of exp(-(x² + y²)). Mind the half: ∫ r exp(-r²/2) dr = 1.",
    },
    {
      answer: "sqrt(2*pi)",
      say: "That is the integral over the line. In the plane it is squared.",
    },
  ],
  hint: "In polar coordinates the integrand is r·exp(-r²/2), the derivative of −exp(-r²/2).",
};
