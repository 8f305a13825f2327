import type * as Tf from "@tensorflow/tfjs-core";

type Library = typeof Tf;

interface Input {
  readonly d: number;
  readonly alpha: number[];
  readonly mu: number[][];
  readonly q: number[][];
  readonly l: number[][];
  readonly x: number[][];
  readonly gamma: number;
  readonly m: number;
}

/** A matrix that puts the entries below a diagonal, which come column by column, into their places. */
const placing = (d: number): number[][] => {
  const places: number[][] = [];
  for (let j = 0; j < d; j++)
    for (let i = j + 1; i < d; i++)
      places.push(Array.from({ length: d * d }, (_, k) => (k === i * d + j ? 1 : 0)));
  return places;
};

/** The log-posterior of the objective, but for a constant. */
const posterior = (tf: Library, { d, x, gamma, m }: Input) => {
  const points = tf.tensor2d(x);
  const places = tf.tensor2d(placing(d));
  const identity = tf.eye(d);
  return (alpha: Tf.Tensor, mu: Tf.Tensor, q: Tf.Tensor, l: Tf.Tensor): Tf.Scalar => {
    const below = tf.unstack(tf.reshape(tf.matMul(l as Tf.Tensor2D, places), [-1, d, d]));
    const centres = tf.unstack(mu);
    const distances = tf.unstack(tf.exp(q)).map((diagonal, k) => {
      const Q = tf.add(below[k]!, tf.mul(identity, diagonal));
      const whitened = tf.matMul(tf.sub(points, centres[k]!), Q, false, true);
      return tf.sum(tf.square(whitened), 1);
    });
    const offsets = tf.add(alpha, tf.sum(q, 1));
    const terms = tf.sub(offsets, tf.mul(0.5, tf.stack(distances, 1)));
    const likelihood = tf.sum(tf.logSumExp(terms, 1));
    const norm = tf.mul(x.length, tf.logSumExp(alpha));
    const frobenius = tf.add(tf.sum(tf.square(tf.exp(q))), tf.sum(tf.square(l)));
    const prior = tf.sub(tf.mul(m, tf.sum(q)), tf.mul(0.5 * gamma * gamma, frobenius));
    return tf.add(tf.sub(likelihood, norm), prior);
  };
};

/** The gradient of the objective, in float32. */
export const gmmGradient = (tf: Library, input: Input): (() => unknown) => {
  const f = posterior(tf, input);
  const parameters = [
    tf.tensor1d(input.alpha),
    tf.tensor2d(input.mu),
    tf.tensor2d(input.q),
    tf.tensor2d(input.l),
  ];
  return () =>
    tf.tidy(() => {
      const [alpha, mu, q, l] = tf
        .grads(f)(parameters)
        .map((bar) => bar.arraySync());
      return { alpha, mu, q, l };
    });
};
