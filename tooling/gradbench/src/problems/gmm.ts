import { Matrix } from "@jacobian/core";
import { gradient } from "@jacobian/tape";
import { gmmByHand, gmmGradientByHand } from "../by-hand/gmm.ts";
import { gmm as objective, type Prior } from "../objectives/gmm.ts";
import { problem } from "./problem.ts";

interface Input {
  readonly alpha: readonly number[];
  readonly mu: readonly number[][];
  readonly q: readonly number[][];
  readonly l: readonly number[][];
  readonly x: readonly number[][];
  readonly gamma: number;
  readonly m: number;
}

/** The parameters as plain values. */
export interface PlainMixture {
  readonly alpha: Float64Array;
  readonly mu: Matrix;
  readonly q: Matrix;
  readonly l: Matrix;
}

type Arguments = [mixture: PlainMixture, points: Matrix, prior: Prior];

export const gmm = problem({
  read: ({ alpha, mu, q, l, x, gamma, m }: Input): Arguments => [
    {
      alpha: Float64Array.from(alpha),
      mu: Matrix.fromRows(mu),
      q: Matrix.fromRows(q),
      l: Matrix.fromRows(l),
    },
    Matrix.fromRows(x),
    { gamma, m },
  ],
  functions: { objective, jacobian: gradient(objective) },
  byHand: { objective: gmmByHand, jacobian: gmmGradientByHand },
});
