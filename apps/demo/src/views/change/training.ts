import { entriesOf, flatten, unflatten } from "@jacobian/core";
import {
  affineMap,
  type Bijector,
  chain,
  coupling,
  dense,
  type DenseParameters,
  logLikelihood,
  standardNormal,
  transformed,
} from "@jacobian/flows";
import {
  div,
  Matrix,
  mul,
  neg,
  randomMatrix,
  type Scalar,
  tanh,
  value,
  type Value,
  valueAndGradient,
  type Vector,
} from "jacobian";

/** Enough to see two moons, few enough to train while one looks. */
export const pointCount = 300;
const depth = 6;
const width = 8;
export const steps = 300;

/** Two half circles that reach into each other, blurred by normal noise: a point in each column. */
export const twoMoons = (count: number, noise: number): Matrix => {
  const along = randomMatrix(1, count, { seed: 1 }).data;
  const blur = randomMatrix(2, count, { seed: 2, distribution: "normal" }).data;
  const moons = new Matrix(2, count);
  for (let j = 0; j < count; j++) {
    const t = Math.PI * along[j]!;
    const [x, y] = j % 2 === 0 ? [Math.cos(t), Math.sin(t)] : [1 - Math.cos(t), 0.5 - Math.sin(t)];
    moons.data[j] = x + noise * blur[j]!;
    moons.data[count + j] = y + noise * blur[count + j]!;
  }
  return moons;
};

interface Layers {
  readonly hidden: DenseParameters;
  readonly logScale: DenseParameters;
  readonly shift: DenseParameters;
}

interface Parameters {
  readonly couplings: readonly Layers[];
  readonly scale: Vector;
  readonly shift: Vector;
}

/** Couplings that keep one coordinate, then the other, and an affine map. */
const mapOf = ({ couplings, scale, shift }: Parameters): Bijector => {
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

/** Small random weights: the flow starts near the identity. */
const initial = (): Parameters => {
  const layer = (m: number, n: number, spread: number, seed: number): DenseParameters => ({
    weights: mul(spread, randomMatrix(m, n, { seed, distribution: "normal" })),
    bias: new Float64Array(m),
  });
  return {
    couplings: Array.from({ length: depth }, (_, k) => ({
      hidden: layer(width, 1, 1, 3 * k + 3),
      logScale: layer(1, width, 0.05, 3 * k + 4),
      shift: layer(1, width, 0.05, 3 * k + 5),
    })),
    scale: Float64Array.of(1, 1),
    shift: new Float64Array(2),
  };
};

/** Adam (Kingma & Ba 2015, algorithm 1), one step at a time. */
const adam = (theta: Float64Array) => {
  const [first, second] = [new Float64Array(theta.length), new Float64Array(theta.length)];
  return (gradient: Float64Array, k: number, rate: number): void => {
    for (let i = 0; i < theta.length; i++) {
      const g = gradient[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.999 * second[i]! + 0.001 * g * g;
      const mean = first[i]! / (1 - 0.9 ** k);
      const spread = Math.sqrt(second[i]! / (1 - 0.999 ** k));
      theta[i] = theta[i]! - (rate * mean) / (spread + 1e-8);
    }
  };
};

/** A flow that is being fitted. */
export interface Training {
  /** Takes one step, and gives −log p per point before it, in nats. */
  readonly step: () => number;
  readonly map: () => Bijector;
}

/** Maximum likelihood on two moons, step by step. */
export const training = (data: Matrix): Training => {
  const model = initial();
  const theta = entriesOf(value(flatten("training", model))).slice();
  // `unflatten` keeps the structure of its model.
  const parameters = (entries: Vector) => unflatten("training", model, entries) as Parameters;
  const loss = valueAndGradient((entries: Vector): Scalar => {
    const flow = transformed(standardNormal(2), mapOf(parameters(entries)));
    return neg(div(logLikelihood(flow, data), data.cols));
  });
  const descend = adam(theta);
  let k = 0;
  return {
    step: () => {
      const { value: misfit, gradient } = loss(theta.slice());
      k++;
      descend(gradient, k, 0.03 * Math.min(1, (2 * (steps - k)) / steps));
      return misfit;
    },
    map: () => mapOf(parameters(theta.slice())),
  };
};
