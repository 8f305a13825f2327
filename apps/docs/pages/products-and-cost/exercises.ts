import { compose, explain, matmul, Matrix, type Vector, vjp } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const layer = (outputs: number, inputs: number) => (x: Vector) =>
  matmul(new Matrix(outputs, inputs), x);

const chain = compose(layer(20, 100), layer(30, 20), layer(5, 30));

export const reverseCost: Exercise = {
  answer: () => chain.factors(new Float64Array(100)).multiplications.reverse,
  solution: "5*30*20 + 5*20*100",
  mistakes: [
    {
      answer: "30*20*100 + 5*30*100",
      say: "That is forward mode, J3·(J2·J1). Reverse mode begins at the left, with J3·J2.",
    },
    {
      answer: "5*30 + 30*20 + 20*100",
      say: "That is one row w^T·J. J has 5 rows, and for w = e_i the first product only reads a row of J3.",
    },
  ],
  hint: "(J3·J2)·J1: a 5×30 times a 30×20 matrix, and then a 5×20 times a 20×100 matrix.",
};

export const oneProduct: Exercise = {
  answer: () => {
    // Each layer is a matrix, which is read once: by a product with a vector, in either direction.
    const factors = chain.factors(new Float64Array(100)).jacobians;
    return factors.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  },
  solution: "20*100 + 30*20 + 5*30",
  mistakes: [
    {
      answer: "30*20*100 + 5*30*100 + 5*100",
      say: "Do not multiply the matrices with each other: J3·(J2·(J1·v)) has a vector in each step.",
    },
    {
      answer: "5*100",
      say: "That would be J·v with J already there. Without J: J3·(J2·(J1·v)).",
    },
  ],
  hint: "A p×q matrix times a vector takes p·q multiplications. There are three of them.",
};

const sums = (x: Vector) => matmul(new Matrix(3, 1000), x);

export const sweeps: Exercise = {
  answer: () => {
    const { cols, rows } = explain(sums)(new Float64Array(1000));
    return [cols, rows];
  },
  solution: "1000, 3",
  mistakes: [
    {
      answer: "3, 1000",
      say: "A JVP gives a column, and there is a column for each input. A VJP gives a row.",
    },
  ],
  hint: "J is 3×1000. Its columns are J·e_j, its rows are e_i^T·J.",
};

const weights = new Matrix(2, 3, Float64Array.of(1, 2, 0, 0, 1, 3));

export const pulled: Exercise = {
  answer: () =>
    vjp((x: Vector) => matmul(weights, x))(new Float64Array(3), Float64Array.of(2, -1)).cotangent,
  solution: "2, 3, -3",
  mistakes: [
    { answer: "2, 5, 3", say: "The second row is weighted by -1: subtract it." },
    { answer: "2, 4, 0", say: "That is the first row alone. Add -1 times the second." },
  ],
  hint: "w^T·J is 2 times the first row, plus -1 times the second.",
};
