import { abs, add, max, mul, relu, value, type Scalar, type Scalars } from "@jacobian/core";
import { clarke, directional } from "@jacobian/nonsmooth";
import type { Exercise } from "../../src/exercises/exercise.ts";

export const intervalOfSum: Exercise = {
  answer: () => clarke((x: Scalar) => add(relu(x), mul(3, abs(x))))(0).interval,
  solution: "-3, 4",
  mistakes: [
    {
      answer: "-3, 3",
      say: "That is the interval of 3|x| alone. relu adds its slope on the right.",
    },
    { answer: "0, 1", say: "That is the interval of relu alone." },
    { answer: "4, -3", say: "The lower end comes first." },
  ],
  hint: "What is the slope just to the left of 0, and what just to the right?",
};

export const oneSided: Exercise = {
  answer: () => value(directional(([x, y]: Scalars<2>) => max(x, mul(2, y)))([0, 0], [1, -1])),
  solution: "1",
  mistakes: [
    { answer: "-2", say: "Along this direction 2y falls and x is the larger one." },
    {
      answer: "-0.5",
      say: "That is the mean of the two gradients times d. A directional derivative is not linear in d.",
    },
  ],
  hint: "f(t, −t) = max(t, −2t) for t > 0.",
};
