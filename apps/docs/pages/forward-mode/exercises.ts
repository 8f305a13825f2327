import { mul, reciprocal, sin, square, type Scalars } from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import type { Exercise } from "../../src/exercises/exercise.ts";

const f = ([x, y]: Scalars<2>) => [mul(square(x), y), sin(mul(x, y))] as const;

export const tangentByHand: Exercise = {
  answer: ({ x, y }) => jvp(f)([x!, y!], [1, 2]).tangent,
  at: [
    { x: 1.3, y: -0.4 },
    { x: -2, y: 0.7 },
  ],
  solution: "2*x*y + 2*x^2, (y + 2*x)*cos(x*y)",
  mistakes: [
    {
      answer: "2*x*y + x^2, (y + x)*cos(x*y)",
      say: "That is along (1, 1). The second component of v is 2.",
    },
    {
      answer: "2*x*y, y*cos(x*y)",
      say: "That is the first column, along (1, 0). Add twice the second.",
    },
    {
      answer: "2*x*y + 2*x^2, cos(x*y)",
      say: "The tangent of sin is cos times the tangent of its argument, here of x*y.",
    },
  ],
  hint: "Seed x with the tangent 1 and y with 2, and follow the steps.",
};

export const secondDual: Exercise = {
  answer: ({ x, v }) => jvp(([a]: Scalars<1>) => reciprocal(a))([x!], [v!]).tangent,
  at: [
    { x: 1.5, v: 2 },
    { x: -0.7, v: 0.3 },
  ],
  solution: "-v/x^2",
  mistakes: [
    { answer: "1/v", say: "Division does not act part by part: multiply out with (x - ε·v)." },
    { answer: "v/x^2", say: "The sign: 1/x falls as x grows, on either side of 0." },
    { answer: "-1/x^2", say: "That is the derivative. The tangent is the derivative times v." },
  ],
  hint: "Multiply above and below by x − ε·v; below remains x².",
};
