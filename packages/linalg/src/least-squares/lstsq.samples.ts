import { type Plain, Matrix } from "@jacobian/core";
import { pinvInputs } from "./pinv.samples.ts";

/** A right-hand side for each matrix: a vector, or a matrix of two columns. */
const sides = (A: Matrix): readonly Plain[] => {
  const entry = (k: number): number => Math.cos(3 * k + 1) + 0.1 * k;
  const vector = (n: number) => Float64Array.from({ length: n }, (_, k) => entry(k));
  return [vector(A.rows), new Matrix(A.rows, 2, vector(2 * A.rows))];
};

const problems = pinvInputs.flatMap((A) => sides(A).map((b): readonly [Matrix, Plain] => [A, b]));

/** Full rank, tall, square and wide, and the problems of the transposed matrices. */
export const samples = {
  lstsq: [
    ...problems.map(([A, b]) => ({
      inputs: [A, b],
      statics: { rank: Math.min(A.rows, A.cols), transposed: false },
    })),
    ...pinvInputs.map((A) => ({
      inputs: [A, Float64Array.from({ length: A.cols }, (_, k) => 1.5 - k)],
      statics: { rank: Math.min(A.rows, A.cols), transposed: true },
    })),
  ],
};
