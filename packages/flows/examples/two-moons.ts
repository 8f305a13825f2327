import { entriesOf, flatten, shapeOf, unflatten } from "@jacobian/core";
import {
  Matrix,
  div,
  neg,
  randomMatrix,
  tanh,
  value,
  valueAndGradient,
  type MatrixValue,
  type Scalar,
  type Value,
  type Vector,
} from "jacobian";
import {
  affineMap,
  chain,
  coupling,
  dense,
  logLikelihood,
  standardNormal,
  transformed,
  type Bijector,
  type DenseParameters,
  type Distribution,
} from "../src/index.ts";
import { adam } from "./adam.ts";

/** Two half circles of radius 1 that reach into each other, blurred by normal noise: a 2×count matrix. */
export const twoMoons = (count: number, noise: number, seed: number): Matrix => {
  const along = randomMatrix(1, count, { seed }).data;
  const blur = randomMatrix(2, count, { seed: seed + 1, distribution: "normal" }).data;
  const X = new Matrix(2, count);
  for (let j = 0; j < count; j++) {
    const t = Math.PI * along[j]!;
    const [x, y] = j % 2 === 0 ? [Math.cos(t), Math.sin(t)] : [1 - Math.cos(t), 0.5 - Math.sin(t)];
    X.data[j] = x + noise * blur[j]!;
    X.data[count + j] = y + noise * blur[count + j]!;
  }
  return X;
};

/** The networks of one coupling: a hidden layer that both share, and a layer for each. */
type CouplingLayers = Readonly<Record<"hidden" | "logScale" | "shift", DenseParameters>>;

/** All that is fitted. */
export interface FlowParameters {
  readonly couplings: readonly CouplingLayers[];
  readonly scale: Vector;
  readonly shift: Vector;
}

/** Couplings that keep one coordinate, then the other, and an affine map. */
export const flowMap = ({ couplings, scale, shift }: FlowParameters): Bijector => {
  const maps = couplings.map((layers, k) =>
    coupling({
      mask: [k % 2 === 0, k % 2 === 1],
      network: (kept: Value) => {
        const h = tanh(dense(layers.hidden, kept));
        return { logScale: dense(layers.logScale, h), shift: dense(layers.shift, h) };
      },
    }),
  );
  return chain(...maps, affineMap({ scale, shift }));
};

/** What that map makes of the normal distribution. */
export const flow = (parameters: FlowParameters): Distribution =>
  transformed(standardNormal(2), flowMap(parameters));

/** Small random weights to start from, so that the flow starts near the identity. */
const start = (depth: number, width: number, seed: number): FlowParameters => {
  const layer = (m: number, n: number, spread: number, k: number): DenseParameters => ({
    weights: spreadBy(spread, randomMatrix(m, n, { seed: seed + k, distribution: "normal" })),
    bias: new Float64Array(m),
  });
  return {
    couplings: Array.from({ length: depth }, (_, k) => ({
      hidden: layer(width, 1, 1, 3 * k),
      logScale: layer(1, width, 0.05, 3 * k + 1),
      shift: layer(1, width, 0.05, 3 * k + 2),
    })),
    scale: Float64Array.of(1, 1),
    shift: new Float64Array(2),
  };
};

const spreadBy = (spread: number, { rows, cols, data }: Matrix): Matrix =>
  new Matrix(
    rows,
    cols,
    data.map((x) => spread * x),
  );

/** How a flow is fitted. */
export interface FitOptions {
  readonly depth: number;
  readonly width: number;
  readonly steps: number;
  readonly seed: number;
}

/** A flow that is being fitted. */
export interface Training {
  /** Takes a step, and gives −log p per point before it, in nats. */
  readonly step: () => number;
  readonly parameters: () => FlowParameters;
}

/** Maximum likelihood, step by step; `steps` says how soon the steps shrink. */
export const training = (
  data: MatrixValue,
  { depth, width, steps, seed }: FitOptions,
): Training => {
  const model = start(depth, width, seed);
  const parametersOf = (theta: Vector) =>
    // `unflatten` keeps the structure of its model.
    unflatten("training", model, theta) as FlowParameters;
  const loss = (theta: Vector): Scalar =>
    neg(div(logLikelihood(flow(parametersOf(theta)), data), shapeOf(data)[1]!));
  const { step, theta } = adam(
    valueAndGradient(loss),
    entriesOf(value(flatten("training", model))),
    (k) => 0.03 * Math.min(1, (2 * (steps - k)) / steps),
  );
  return { step, parameters: () => parametersOf(theta()) };
};

/** Fits a flow to data by maximum likelihood; `losses` are −log p per point, at the start of each step. */
export const fit = (data: MatrixValue, options: FitOptions) => {
  const { step, parameters } = training(data, options);
  const losses = Array.from({ length: options.steps }, step);
  return { parameters: parameters(), losses };
};
