import {
  type Scalar,
  type Vector,
  abs,
  amax,
  clamp,
  div,
  max,
  mul,
  norm2,
  relu,
  sub,
  sum,
} from "@jacobian/core";
import { checkedPositive } from "./checked.ts";
import { type Proximable, proximable } from "./proximable.ts";
import { ontoSimplex } from "./simplex.ts";

/**
 * λ·Σ|xᵢ|; its proximal map shrinks each entry by λ·t towards 0 (soft thresholding).
 * @throws DomainError unless λ is above 0.
 * @see Parikh & Boyd, Proximal Algorithms, 2014, chapter 6
 * @example
 * l1Norm().prox(Float64Array.of(3, -0.5), 1); // Float64Array(2) [ 2, 0 ]
 */
export const l1Norm = (lambda = 1): Proximable => {
  checkedPositive("l1Norm", "λ", lambda);
  return proximable({
    name: "l1Norm",
    value: (x) => mul(lambda, sum(abs(x))),
    prox: (x, t) => sub(x, clamp(x, -lambda * t, lambda * t)),
    lipschitz: (n) => lambda * Math.sqrt(n),
  });
};

/**
 * λ·|x|; its proximal map shortens x by λ·t, to 0 if it is no longer than that (block soft thresholding).
 * @throws DomainError unless λ is above 0.
 * @see Parikh & Boyd, Proximal Algorithms, 2014, chapter 6
 * @example
 * l2Norm().prox(Float64Array.of(3, 4), 2.5); // Float64Array(2) [ 1.5, 2 ]
 */
export const l2Norm = (lambda = 1): Proximable => {
  checkedPositive("l2Norm", "λ", lambda);
  return proximable({
    name: "l2Norm",
    value: (x) => mul(lambda, norm2(x)),
    prox: (x, t) => mul(relu(sub(1, div(lambda * t, max(norm2(x), lambda * t)))), x),
    lipschitz: () => lambda,
  });
};

/**
 * Σ relu(xᵢ); its proximal map lowers each entry by t, but not below 0 unless it was there.
 * @see Parikh & Boyd, Proximal Algorithms, 2014, chapter 6
 * @example
 * reluSum().prox(Float64Array.of(3, 0.5, -2), 1); // Float64Array(3) [ 2, 0, -2 ]
 */
export const reluSum = (): Proximable =>
  proximable({
    name: "reluSum",
    value: (x) => sum(relu(x)),
    prox: (x, t) => sub(x, clamp(x, 0, t)),
    lipschitz: Math.sqrt,
  });

/**
 * The largest entry; its proximal map is x − t·(the projection of x/t on the simplex), Moreau's decomposition.
 * @see Parikh & Boyd, Proximal Algorithms, 2014, chapter 6
 * @example
 * largestEntry().prox(Float64Array.of(3, 1), 1); // Float64Array(2) [ 2, 1 ]
 */
export const largestEntry = (): Proximable =>
  proximable({
    name: "largestEntry",
    value: (x): Scalar => amax(x),
    prox: (x, t): Vector => sub(x, mul(t, ontoSimplex(div(x, t), 1))),
    lipschitz: () => 1,
  });
