import {
  abs,
  derivative,
  exp,
  inv,
  jacobian,
  lstsq,
  matrix,
  mul,
  type Scalar,
  square,
  sub,
  transposedTimes,
  where,
} from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const J = matrix([[1], [2], [3]]);

export const normalEquations: Exercise = {
  answer: () => lstsq(J, Float64Array.of(2, 3, 7)),
  solution: "29/14",
  mistakes: [
    { answer: "2", say: "That is the slope through the mean point; far points count more." },
    { answer: "35/18", say: "That is the mean of the three slopes y/x; far points count more." },
    { answer: "29/6", say: "The denominator is J'J = 1 + 4 + 9." },
  ],
  hint: "b = J'y/J'J with J = (1, 2, 3).",
};

export const lineCovariance: Exercise = {
  answer: ({ s }) => mul(s! ** 2, inv(transposedTimes(J, J))),
  at: [{ s: 2 }, { s: 0.3 }],
  solution: "s^2/14",
  mistakes: [
    { answer: "s/sqrt(14)", say: "That is the standard error; the variance is its square." },
    { answer: "14*s^2", say: "The more J'J, the better b is known: take the inverse." },
    { answer: "s^2/3", say: "That would be the variance of a mean. J has the entries 1, 2, 3." },
  ],
  hint: "(J'J)^-1 times s^2.",
};

export const gaussNewtonStep: Exercise = {
  answer: ({ p }) => {
    const r = (q: Scalar): Scalar => sub(exp(q), 2);
    return -(Math.exp(p!) - 2) / jacobian((q: Scalar) => r(q))(p!).at(0, 0);
  },
  at: [{ p: 0.2 }, { p: 1 }],
  solution: "2*exp(-p) - 1",
  mistakes: [
    { answer: "1 - 2*exp(-p)", say: "The sign: the step solves J·s = -r." },
    {
      answer: "2 - exp(p)",
      say: "That is -r, a step in y. Divide by J = exp(p) for a step in p.",
    },
  ],
  hint: "r = exp(p) - 2, J = exp(p), and J·s = -r.",
};

const huber = (r: Scalar): Scalar => where("le", abs(r), 1, mul(0.5, square(r)), sub(abs(r), 0.5));

export const huberSlope: Exercise = {
  answer: () => [0.3, 5, -2].map((r) => derivative(huber)(r)),
  solution: "0.3, 1, -1",
  mistakes: [
    { answer: "0.3, 5, -2", say: "That is the force of least squares. Huber's is at most δ." },
    { answer: "0.3, 1, 1", say: "The derivative of |r| has the sign of r." },
  ],
  hint: "r within δ, and ±δ beyond.",
};
