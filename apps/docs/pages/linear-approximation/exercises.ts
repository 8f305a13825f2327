import { hypot, linearize, mul, type Scalars } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const product = ([x, y]: Scalars<2>) => mul(x, y);

export const remainderOfProduct: Exercise = {
  answer: ({ x, y, a, b }) => linearize(product)([x!, y!]).remainder([a!, b!]),
  at: [
    { x: 1.3, y: -0.4, a: 0.5, b: 0.3 },
    { x: -2, y: 0.7, a: -0.2, b: 1.1 },
  ],
  solution: "a*b",
  mistakes: [
    { answer: "a*y + b*x", say: "That is J·h, the linear part. What is left over?" },
    { answer: "a*y + b*x + a*b", say: "That is f(x + h) − f(x). Take J·h away too." },
  ],
  hint: "Multiply out (x + a)(y + b) and drop what is constant or linear in a and b.",
};

const distance = ([x, y]: Scalars<2>) => hypot(x, y);

export const estimate: Exercise = {
  answer: () => {
    const near = linearize(distance)([3, 4]);
    return near.value + near.jvp([1, 0]);
  },
  solution: "5 + 3/5*1 + 4/5*0",
  mistakes: [
    { answer: "sqrt(32)", say: "That is f(4, 4) itself. The approximation is linear in the step." },
    { answer: "3/5", say: "That is J·h, the change. Add it to the value." },
    { answer: "5 + 4/5", say: "The step is (1, 0): the first entry of J belongs to it." },
  ],
  hint: "J = (x, y)/√(x² + y²) = (3/5, 4/5), and the step is (1, 0).",
};
