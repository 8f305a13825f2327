import { derivative, exp, mul, neg, odeSolve, type Scalar, sub } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

export const decayByStart: Exercise = {
  answer: ({ t }) => {
    const logistic = odeSolve((_t, y: Scalar) => mul(y, sub(1, y)), { steps: 200 });
    return derivative((y: Scalar) => logistic(y, [0], [0, t!]).at(-1) ?? NaN)(1);
  },
  at: [{ t: 0.5 }, { t: 2 }],
  solution: "exp(-t)",
  mistakes: [
    { answer: "1", say: "The rest itself does not move. A neighbour does: it comes nearer." },
    { answer: "-1", say: "That is the rate ∂f/∂y. The sensitivity is what grows at this rate." },
    { answer: "exp(t)", say: "∂f/∂y = 1 - 2y is -1 at y = 1: this rest attracts." },
  ],
  hint: "The variational equation is Φ' = -Φ with Φ(0) = 1.",
};

export const decayByRate: Exercise = {
  answer: ({ k, t }) => derivative((rate: Scalar) => exp(neg(mul(rate, t!))))(k!),
  at: [
    { k: 0.5, t: 2 },
    { k: 1.3, t: 0.7 },
  ],
  solution: "-t*exp(-k*t)",
  mistakes: [
    { answer: "-k*exp(-k*t)", say: "That is the derivative by t." },
    { answer: "exp(-k*t)", say: "That is the derivative by the initial value." },
    { answer: "t*exp(-k*t)", say: "A larger rate makes y smaller." },
  ],
  hint: "Differentiate exp(-k*t) by k, with t held.",
};

export const trapezoidStep: Exercise = {
  answer: () => {
    const decay = odeSolve((_t, y: Scalar, k: Scalar) => mul(neg(k), y), {
      steps: 1,
      method: "trapezoid",
    });
    return derivative((k: Scalar) => decay(1, k, [0, 2]).at(-1) ?? NaN)(1);
  },
  solution: "-1/2",
  mistakes: [
    {
      answer: "-2*exp(-2)",
      say: "That is the derivative of the true solution. Differentiate the step itself.",
    },
    { answer: "0", say: "The factor is 0 there, and its derivative is not." },
  ],
  hint: "With h = 2 the factor is (1 - k)/(1 + k).",
};

export const cheaperWay: Exercise = {
  answer: () => [3 + 100, 3],
  solution: "103, 3",
  mistakes: [
    { answer: "100, 3", say: "Φ has a column for each initial value, too." },
    { answer: "309, 3", say: "That counts entries: 103 columns of 3." },
  ],
  hint: "One column for each initial value and parameter; λ is as long as y.",
};
