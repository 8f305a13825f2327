import { type Scalar, type Vector, Matrix, abs, relu, sub, sum } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";
import { kinksAlong } from "../src/index.ts";
import { integers } from "./random.ts";

/** A network of two layers of relus on ten inputs, and the absolute error of its output. */
const lossOf =
  (W: Matrix, V: Matrix) =>
  (x: Vector): Scalar =>
    sum(abs(sub(matmul(V, relu(matmul(W, x))), 1)));

/** Sums of 12 uniform numbers less their mean: nearly normal, and continuous to nine digits. */
const normal = (seed: number): (() => number) => {
  const draw = integers(seed);
  return () =>
    Array.from({ length: 12 }, () => draw(0, 10 ** 9) / 10 ** 9).reduce((a, b) => a + b) - 6;
};

const inputs = 10;
const neurons = 20;

const matrixOf = (rows: number, cols: number, next: () => number): Matrix =>
  new Matrix(rows, cols, Float64Array.from({ length: rows * cols }, next));

/** The share of a thousand points of data at which the loss of a network has a kink. */
const shareOf = (weights: () => number, point: () => readonly number[]): number => {
  const W = matrixOf(neurons, inputs, weights);
  const V = matrixOf(1, neurons, normal(3));
  const path = Array.from({ length: 1000 }, () => Float64Array.from(point()));
  return kinksAlong(lossOf(W, V))(path).share;
};

const list =
  (next: () => number): (() => readonly number[]) =>
  () =>
    Array.from({ length: inputs }, next);

/** How often kinks are met: by data, and by weights. */
export const hitRates = (): Readonly<Record<string, number>> => {
  const discrete = (seed: number, size: number): (() => number) => {
    const draw = integers(seed);
    return () => draw(-size, size);
  };
  const t = normal(7);
  const one = integers(8);
  // A line through the origin, a tenth of whose points are the origin: data that are often absent.
  const sparse = (): readonly number[] => {
    const s = one(1, 10) === 1 ? 0 : t();
    return Array.from({ length: inputs }, (_, k) => s * (k + 1));
  };
  // A plane in which the first two coordinates are equal.
  const plane = (): readonly number[] => {
    const [a, b] = [t(), t()];
    return Array.from({ length: inputs }, (_, k) => (k < 2 ? a : b * k));
  };
  const opposite = (): (() => number) => {
    // Rows begin with w, −w, as a comparison of two features does; the others are absent.
    let k = 0;
    const next = normal(9);
    let w = 0;
    return () => {
      const j = k++ % inputs;
      if (j === 0) w = next();
      return j === 0 ? w : j === 1 ? -w : 0;
    };
  };
  const dead = normal(10);
  return {
    "continuous data, continuous weights": shareOf(normal(1), list(normal(2))),
    "data of −1, 0, 1, continuous weights": shareOf(normal(1), list(discrete(4, 1))),
    "data of −1, 0, 1, weights of −1, 0, 1": shareOf(discrete(5, 1), list(discrete(4, 1))),
    "bytes for data, weights of −7 … 7": shareOf(discrete(5, 7), list(discrete(6, 127))),
    "a line with absent data, continuous weights": shareOf(normal(1), sparse),
    "a plane that weights compare": shareOf(opposite(), plane),
    "one neuron of weights 0": shareOf(zeroRow(dead), list(normal(2))),
  };
};

/** Weights whose first row is 0. */
const zeroRow = (next: () => number): (() => number) => {
  let k = 0;
  return () => (k++ < inputs ? 0 : next());
};
