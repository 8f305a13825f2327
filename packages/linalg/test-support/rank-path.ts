import { type Matrix, type Plain, add } from "@jacobian/core";
import { matmul } from "../src/products/products.ts";
import { derivativeAlong } from "./rules.ts";

/** d(B·C) = Ḃ·C + B·Ċ, a direction in which the rank of B·C stays. */
export const productTangent = (
  [B, C]: readonly [Matrix, Matrix],
  [dB, dC]: readonly [Matrix, Matrix],
): Matrix => add(matmul(dB, C), matmul(B, dC));

/** d/dt f(B(t)·C(t), …) by differences, along a path of matrices of one rank. */
export const alongProduct = (
  f: (A: Matrix, ...rest: readonly Plain[]) => readonly Plain[],
  factors: readonly [Matrix, Matrix],
  directions: readonly [Matrix, Matrix],
  rest: Plain = 0,
  dRest: Plain = 0,
): number[] =>
  derivativeAlong(
    // The first two inputs are those factors, moved.
    ([B, C, moved = NaN]) => f(matmul(B as Matrix, C as Matrix), moved),
    [...factors, rest],
    [...directions, dRest],
  );
