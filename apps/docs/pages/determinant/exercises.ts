import { add, determinant, mul, square, sub, volume, type Scalars } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const at = [
  { x: 1.3, y: -0.4 },
  { x: -0.2, y: 0.7 },
];

export const complexSquare: Exercise = {
  answer: ({ x, y }) =>
    determinant(([u, v]) => [sub(square(u), square(v)), mul(2, mul(u, v))])([x!, y!]),
  at,
  solution: "4*(x^2 + y^2)",
  mistakes: [
    {
      answer: "4*(x^2 - y^2)",
      say: "It is the product of the diagonal minus that of the other: 2x·2x − (−2y)·2y.",
    },
    {
      answer: "2*(x^2 + y^2)",
      say: "Each row is twice (x, −y) or (y, x). Two rows, each doubled, give four times.",
    },
  ],
  hint: "The rows of J are (2x, −2y) and (2y, 2x).",
};

const paraboloid = ([x, y]: Scalars<2>) => [x, y, add(square(x), square(y))];

export const graph: Exercise = {
  answer: ({ x, y }) => volume(paraboloid)([x!, y!]),
  at,
  solution: "sqrt(1 + 4*x^2 + 4*y^2)",
  mistakes: [
    { answer: "1 + 4*x^2 + 4*y^2", say: "That is det JᵀJ. The factor is its square root." },
    {
      answer: "1",
      say: "That is the determinant of the first two rows, the shadow of the surface.",
    },
    { answer: "sqrt(1 + x^2 + y^2)", say: "The slopes of the graph are 2x and 2y." },
  ],
  hint: "The columns of J are (1, 0, 2x) and (0, 1, 2y); JᵀJ is 2×2.",
};
