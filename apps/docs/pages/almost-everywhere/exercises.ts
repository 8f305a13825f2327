import { add, relu, neg, sub, type Scalar } from "@jacobian/core";
import { derivative } from "@jacobian/dual";
import { withConventions } from "@jacobian/nonsmooth";
import type { Exercise } from "../../src/exercises/exercise.ts";

export const byProgram: Exercise = {
  answer: () => derivative((x: Scalar) => add(sub(relu(x), relu(neg(x))), add(x, x)))(0),
  solution: "2",
  mistakes: [
    {
      answer: "3",
      say: "That is the derivative of the function, which is 3x. The rule is asked at each relu.",
    },
    { answer: "1", say: "The two relus give 0 at 0, and x + x gives 2." },
  ],
  hint: "Each relu stands at its kink and gives 0.",
};

export const byConvention: Exercise = {
  answer: ({ c }) =>
    derivative(withConventions({ relu: c! }, (x: Scalar) => relu(sub(x, relu(x)))))(0),
  at: [{ c: 0.3 }, { c: 0.8 }],
  solution: "c*(1 - c)",
  mistakes: [
    {
      answer: "0",
      say: "That is the derivative of the function, which is 0. What does the rule give?",
    },
    { answer: "c", say: "The inner derivative is missing: that of x − relu(x) is 1 − c." },
    { answer: "c*(1 + c)", say: "The inner relu is subtracted." },
  ],
  hint: "Both relus stand at their kink: the chain rule multiplies c by the slope of x − relu(x).",
};
