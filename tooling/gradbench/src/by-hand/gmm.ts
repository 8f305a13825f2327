import { Matrix } from "@jacobian/core";
import { lgamma } from "@jacobian/core/special";
import type { Prior } from "../objectives/gmm.ts";
import type { PlainMixture } from "../problems/gmm.ts";

/** log Σ eˣ; the list becomes the softmax. */
const logsumexp = (x: Float64Array): number => {
  let top = -Infinity;
  for (const xi of x) top = Math.max(top, xi);
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i] = Math.exp(x[i]! - top);
  for (let i = 0; i < x.length; i++) x[i]! /= total;
  return top + Math.log(total);
};

/** What is the same for all points: the diagonals of the factors, and their logarithms' sums. */
const prepared = ({ q }: PlainMixture) => {
  const diagonal = q.data.map(Math.exp);
  const sums = Float64Array.from({ length: q.rows }, (_, k) =>
    q.data.subarray(k * q.cols, (k + 1) * q.cols).reduce((a, b) => a + b, 0),
  );
  return { diagonal, sums };
};

/** centred = x − μ and whitened = Q·(x − μ), of point i and component k; gives |whitened|². */
const whiten = (
  { mu, l }: PlainMixture,
  diagonal: Float64Array,
  points: Matrix,
  i: number,
  k: number,
  centred: Float64Array,
  whitened: Float64Array,
): number => {
  const d = points.cols;
  for (let a = 0; a < d; a++) {
    centred[a] = points.data[i * d + a]! - mu.data[k * d + a]!;
    whitened[a] = diagonal[k * d + a]! * centred[a]!;
  }
  let place = k * l.cols;
  for (let a = 0; a < d; a++)
    for (let b = a + 1; b < d; b++) whitened[b]! += l.data[place++]! * centred[a]!;
  let total = 0;
  for (let a = 0; a < d; a++) total += whitened[a]! ** 2;
  return total;
};

const sumOfSquares = (x: Float64Array): number => x.reduce((s, xi) => s + xi * xi, 0);

/** What does not depend on the points' places. */
const rest = (
  mixture: PlainMixture,
  points: Matrix,
  { gamma, m }: Prior,
  { diagonal, sums }: ReturnType<typeof prepared>,
): number => {
  const [n, d] = points.shape;
  const k = mixture.q.rows;
  const free = d + m + 1;
  let norm = free * d * (Math.log(gamma) - 0.5 * Math.LN2) - 0.25 * d * (d - 1) * Math.log(Math.PI);
  for (let j = 0; j < d; j++) norm -= lgamma(free / 2 - j / 2);
  const frobenius = sumOfSquares(diagonal) + sumOfSquares(mixture.l.data);
  const prior = k * norm + m * sums.reduce((a, b) => a + b, 0) - 0.5 * gamma * gamma * frobenius;
  return prior - 0.5 * n * d * Math.log(2 * Math.PI) - n * logsumexp(mixture.alpha.slice());
};

export const gmmByHand = (mixture: PlainMixture, points: Matrix, prior: Prior): number => {
  const { alpha } = mixture;
  const [n, d] = points.shape;
  const parts = prepared(mixture);
  const [centred, whitened] = [new Float64Array(d), new Float64Array(d)];
  const terms = new Float64Array(alpha.length);
  let total = rest(mixture, points, prior, parts);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < terms.length; k++) {
      const squared = whiten(mixture, parts.diagonal, points, i, k, centred, whitened);
      terms[k] = alpha[k]! + parts.sums[k]! - 0.5 * squared;
    }
    total += logsumexp(terms);
  }
  return total;
};

/** A gradient of the mixture's shape that starts with what the prior and the norm give. */
const started = (
  { alpha, mu, q, l }: PlainMixture,
  n: number,
  { gamma, m }: Prior,
  diagonal: Float64Array,
): PlainMixture => {
  const weights = alpha.slice();
  logsumexp(weights);
  const square = gamma * gamma;
  return {
    alpha: weights.map((p) => -n * p),
    mu: new Matrix(mu.rows, mu.cols),
    q: new Matrix(
      q.rows,
      q.cols,
      diagonal.map((e) => m - square * e * e),
    ),
    l: new Matrix(
      l.rows,
      l.cols,
      l.data.map((x) => -square * x),
    ),
  };
};

/** Adds the derivatives of p·(α + Σq − ½·|Q·(x − μ)|²) for component k. */
const addShare = (
  gradient: PlainMixture,
  { l }: PlainMixture,
  diagonal: Float64Array,
  k: number,
  p: number,
  centred: Float64Array,
  whitened: Float64Array,
): void => {
  const d = centred.length;
  const [mu, q, below] = [gradient.mu.data, gradient.q.data, gradient.l.data];
  gradient.alpha[k]! += p;
  let place = k * l.cols;
  for (let a = 0; a < d; a++) {
    const e = diagonal[k * d + a]!;
    q[k * d + a]! += p * (1 - e * centred[a]! * whitened[a]!);
    let back = e * whitened[a]!;
    for (let b = a + 1; b < d; b++) {
      back += l.data[place]! * whitened[b]!;
      below[place++]! -= p * centred[a]! * whitened[b]!;
    }
    mu[k * d + a]! += p * back;
  }
};

export const gmmGradientByHand = (
  mixture: PlainMixture,
  points: Matrix,
  prior: Prior,
): PlainMixture => {
  const { alpha } = mixture;
  const [n, d] = points.shape;
  const { diagonal, sums } = prepared(mixture);
  const gradient = started(mixture, n, prior, diagonal);
  const pairs = Array.from(alpha, () => [new Float64Array(d), new Float64Array(d)] as const);
  const terms = new Float64Array(alpha.length);
  for (let i = 0; i < n; i++) {
    pairs.forEach((pair, k) => {
      const squared = whiten(mixture, diagonal, points, i, k, ...pair);
      terms[k] = alpha[k]! + sums[k]! - 0.5 * squared;
    });
    logsumexp(terms);
    pairs.forEach((pair, k) => addShare(gradient, mixture, diagonal, k, terms[k]!, ...pair));
  }
  return gradient;
};
