import type * as Tf from "@tensorflow/tfjs-core";
import { gmmGradient } from "./tensorflow-gmm.ts";

type Work = () => unknown;
type Library = typeof Tf;
type Contender = (tf: Library, input: never) => Work;

/** ½·Σᵢ (sᵢ − Σⱼ xⱼ·tᵢʲ)², the powers made anew by each evaluation, as in all programs of this problem. */
const llsq = (tf: Library, { x, n }: { readonly x: number[]; readonly n: number }) => {
  const t = tf.linspace(-1, 1, n);
  const exponents = tf.range(0, x.length);
  const f = (x: Tf.Tensor): Tf.Scalar => {
    const powers = tf.pow(tf.expandDims(t, 1), exponents);
    return tf.mul(0.5, tf.sum(tf.square(tf.sub(tf.sign(t), tf.dot(powers, x)))));
  };
  return { f, x: tf.tensor1d(x) };
};

const lse = (tf: Library, { x }: { readonly x: number[] }) => ({
  f: (x: Tf.Tensor): Tf.Scalar => {
    const top = tf.max(x);
    return tf.add(top, tf.log(tf.sum(tf.exp(tf.sub(x, top)))));
  },
  x: tf.tensor1d(x),
});

const hello = (tf: Library, x: number) => ({
  f: (x: Tf.Tensor): Tf.Scalar => tf.mul(x, x),
  x: tf.scalar(x),
});

type Objective<I> = (
  tf: Library,
  input: I,
) => { readonly f: (x: Tf.Tensor) => Tf.Scalar; readonly x: Tf.Tensor };

const value =
  <I>(objective: Objective<I>) =>
  (tf: Library, input: I): Work => {
    const { f, x } = objective(tf, input);
    return () => tf.tidy(() => f(x).arraySync());
  };

const gradient =
  <I>(objective: Objective<I>) =>
  (tf: Library, input: I): Work => {
    const { f, x } = objective(tf, input);
    return () => tf.tidy(() => tf.grad(f)(x).arraySync());
  };

/** By problem and function: what it can run. */
const contenders: Readonly<Record<string, Contender>> = {
  "hello square": value(hello),
  "hello double": gradient(hello),
  "llsq primal": value(llsq),
  "llsq gradient": gradient(llsq),
  "lse primal": value(lse),
  "lse gradient": gradient(lse),
  "gmm jacobian": gmmGradient,
};

/**
 * The function by TensorFlow.js in JavaScript, float32 throughout; undefined where it has none. It has no
 * Jacobians and no second derivative of a minimum, so neither `kmeans` nor `ba` nor `ht`; programs of
 * scalars, or of vectors of a few entries, are not what it is made for.
 */
export const tensorflow = async (
  problem: string,
  f: string,
  input: unknown,
): Promise<Work | undefined> => {
  const contender = contenders[`${problem} ${f}`];
  if (contender === undefined) return undefined;
  const tf = await import("@tensorflow/tfjs-core");
  await import("@tensorflow/tfjs-core/dist/register_all_gradients.js");
  await import("@tensorflow/tfjs-backend-cpu");
  tf.enableProdMode();
  await tf.setBackend("cpu");
  // Each contender reads the input of its own problem.
  return contender(tf, input as never);
};
