import { add, exp, mul, square, sub, tanh, type Scalars } from "jacobian";
import { gradient, vjp } from "@jacobian/tape";
import type { Exercise } from "../../src/exercises/exercise.ts";

const twice = ([x, y]: Scalars<2>) => add(mul(x, y), exp(x));

export const usedTwice: Exercise = {
  answer: ({ x, y, w }) => vjp(twice)([x!, y!], w!).cotangent,
  at: [
    { x: 0.3, y: -1.2, w: 2 },
    { x: -0.7, y: 0.4, w: -1 },
  ],
  solution: "w*(y + exp(x)), w*x",
  mistakes: [
    { answer: "w*y, w*x", say: "x is used twice: the adjoints of both uses are added." },
    { answer: "y + exp(x), x", say: "That is the gradient, for w = 1. The sweep starts with w." },
  ],
  hint: "The sum hands w to both of its terms. The product hands w·y to x and w·x to y, the exponential w·exp(x) to x.",
};

const network =
  (x: number, t: number) =>
  ([w1, w2]: Scalars<2>) =>
    mul(0.5, square(sub(mul(w2, tanh(mul(w1, x))), t)));

export const hiddenWeight: Exercise = {
  answer: ({ x, t, a, b }) => gradient(network(x!, t!))([a!, b!])[0],
  at: [
    { x: 0.8, t: 0.3, a: 0.5, b: -1.1 },
    { x: -1.2, t: 1, a: 0.9, b: 0.7 },
  ],
  solution: "(b*tanh(a*x) - t)*b*(1 - tanh(a*x)^2)*x",
  mistakes: [
    {
      answer: "(b*tanh(a*x) - t)*b*(1 - tanh(a*x)^2)",
      say: "That is the adjoint of z = a·x. One step is left: z depends on a with the slope x.",
    },
    {
      answer: "(b*tanh(a*x) - t)*tanh(a*x)",
      say: "That is the derivative with respect to b, the weight of the second layer.",
    },
  ],
  hint: "Go backward: e = b·tanh(z) − t, then e·b, then times tanh′(z) = 1 − tanh²(z), then times dz/da.",
};
