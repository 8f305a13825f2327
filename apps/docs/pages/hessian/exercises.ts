import {
  add,
  derivative,
  exp,
  hessian,
  hvp,
  mul,
  pow,
  type Scalar,
  type Scalars,
  square,
  sub,
} from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const product = ([x, y]: Scalars<2>) => mul(square(x), exp(y));

export const hessianOfProduct: Exercise = {
  answer: ({ x, y }) => hessian(product)([x!, y!]),
  at: [
    { x: 1.3, y: -0.4 },
    { x: -2, y: 0.7 },
  ],
  solution: "2*exp(y), 2*x*exp(y); 2*x*exp(y), x^2*exp(y)",
  mistakes: [
    {
      answer: "2*x*exp(y), x^2*exp(y)",
      say: "That is the gradient. The Hessian is its Jacobian: differentiate each entry by x and by y.",
    },
    {
      answer: "2*exp(y), 0; 0, x^2*exp(y)",
      say: "The mixed derivatives are not 0: differentiate 2x·e^y by y.",
    },
  ],
  hint: "The gradient is (2x·e^y, x²·e^y). Its first entry gives the first row.",
};

const quartic = ([x, y]: Scalars<2>) => add(pow(x, 4), mul(x, square(y)));

export const productWithVector: Exercise = {
  answer: () => hvp(quartic)([1, 2], [1, -1]),
  solution: "12 - 4, 4 - 2",
  mistakes: [
    {
      answer: "12 + 4, 4 + 2",
      say: "The second entry of v is -1: the second column of H is subtracted.",
    },
    {
      answer: "6",
      say: "That is v^T·H·v, the curvature along v, one number. H·v is a vector.",
    },
  ],
  hint: "The gradient is (4x³ + y², 2xy). Differentiate it at (1 + t, 2 - t) by t, at t = 0.",
};

const well = (x: Scalar) => sub(pow(x, 4), mul(4, x));

export const newtonStep: Exercise = {
  answer: () => 2 - derivative(well)(2) / derivative(derivative(well))(2),
  solution: "2 - 28/48",
  mistakes: [
    {
      answer: "2 - 8/28",
      say: "That is Newton's step for a root of f. For a minimum it goes to a root of f': f'/f''.",
    },
    { answer: "2 + 28/48", say: "The sign: solve f'(x) + f''(x)·d = 0 for d." },
    { answer: "28/48", say: "That is how far it goes. Where does it arrive?" },
  ],
  hint: "f'(2) = 4·8 - 4 and f''(2) = 12·4.",
};
