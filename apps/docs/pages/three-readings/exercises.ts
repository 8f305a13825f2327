import { div, jacobian, jvp, mul, square, type Scalars } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const productAndRatio = ([x, y]: Scalars<2>) => [mul(x, y), div(x, y)];

export const wholeMatrix: Exercise = {
  answer: ({ x, y }) => jacobian(productAndRatio)([x!, y!]),
  at: [
    { x: 1.3, y: -0.4 },
    { x: -2, y: 0.7 },
  ],
  solution: "y, x; 1/y, -x/y^2",
  mistakes: [
    {
      answer: "y, 1/y; x, -x/y^2",
      say: "That is the transpose. A row belongs to one output: the first has the derivatives of x·y.",
    },
    {
      answer: "y, x; 1/y, x/y^2",
      say: "Look at the sign of the derivative of 1/y.",
    },
  ],
  hint: "The first row is the gradient of x·y, the second that of x/y.",
};

const cylinder = ([r, h]: Scalars<2>) =>
  [mul(Math.PI, mul(square(r), h)), mul(2 * Math.PI, mul(r, h))] as const;

export const oneColumn: Exercise = {
  answer: ({ r, h }) => {
    const { tangent } = jvp(cylinder)([r!, h!], [1, 0]);
    return [...tangent];
  },
  at: [
    { r: 1.5, h: 4 },
    { r: 0.3, h: 0.8 },
  ],
  solution: "2*pi*r*h, 2*pi*h",
  mistakes: [
    {
      answer: "2*pi*r*h, pi*r^2",
      say: "That is a row: the gradient of the volume. One input and all outputs are a column.",
    },
    {
      answer: "pi*r^2, 2*pi*r",
      say: "That is the column of the height. The radius moves.",
    },
  ],
  hint: "It is the first column of the Jacobian: J times (1, 0).",
};
