import {
  add,
  compose,
  jacobian,
  Matrix,
  matmul,
  mul,
  square,
  type Scalars,
  type Vector,
} from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const f = ([x, y]: Scalars<2>) => [add(x, y), mul(x, y)] as const;
const g = ([u, v]: Scalars<2>) => add(square(u), v);

export const productOfTwo: Exercise = {
  answer: ({ x, y }) => jacobian((p: Scalars<2>) => g(f(p)))([x!, y!]),
  at: [
    { x: 1.3, y: -0.4 },
    { x: -2, y: 0.7 },
  ],
  solution: "2*(x + y) + y, 2*(x + y) + x",
  mistakes: [
    {
      answer: "2*x + y, 2*x + x",
      say: "J_g = (2u, 1) belongs at u = x + y, not at x: take it where g is evaluated.",
    },
    {
      answer: "2*(x + y), 1",
      say: "That is J_g at f(x, y). Multiply it with J_f.",
    },
  ],
  hint: "J_g = (2u, 1) with u = x + y, and J_f has the rows (1, 1) and (y, x).",
};

const layer = (rows: number, cols: number) => (x: Vector) => matmul(new Matrix(rows, cols), x);

export const cheapestOrder: Exercise = {
  answer: () =>
    compose(layer(50, 10), layer(50, 50), layer(1, 50)).factors(new Float64Array(10))
      .multiplications.optimal,
  solution: "1*50*50 + 1*50*10",
  mistakes: [
    {
      answer: "50*50*10 + 1*50*10",
      say: "That is J3·(J2·J1), the order of forward mode. Begin at the left.",
    },
  ],
  hint: "(J3·J2)·J1 begins with 1·50·50 multiplications.",
};
