import {
  type Index,
  type Scalar,
  type Vector,
  add,
  fold,
  mul,
  scalar,
  sum,
  tanh,
} from "@jacobian/core";
import { checkpointedFold, gradient } from "@jacobian/tape";
import type { Benchmark, Suite } from "../benchmark.ts";

/** A recurrent cell, on arrays or on single numbers. */
const cell = (h: Vector, i: Index, w: Vector): Vector => tanh(add(mul(w, h), Math.cos(scalar(i))));
const scalarCell = (h: Scalar, i: Index, w: Scalar): Scalar =>
  tanh(add(mul(w, h), Math.cos(scalar(i))));

const start = Float64Array.from({ length: 8 }, (_, k) => 0.1 * k);
const weights = Float64Array.from(start, (w) => 0.8 + w / 2);

const onArrays = (steps: number): Benchmark => {
  const loop = (checkpoints: number) => {
    const advance = checkpointedFold(cell, { checkpoints });
    return gradient((w: Vector) => sum(advance(steps, start, w)));
  };
  const stored = gradient((w: Vector) => sum(fold(steps, start, (h: Vector, i) => cell(h, i, w))));
  return {
    title: `${steps} steps on 8 numbers`,
    units: steps,
    contenders: {
      "every step stored": () => () => stored(weights),
      "100 checkpoints": () => () => loop(100)(weights),
      "10 checkpoints": () => () => loop(10)(weights),
    },
    goals: [{ of: "100 checkpoints", atMost: 4, times: "every step stored" }],
  };
};

const onNumbers = (steps: number): Benchmark => {
  const loop = (checkpoints: number) => {
    const advance = checkpointedFold(scalarCell, { checkpoints });
    return gradient((w: Scalar) => advance(steps, 0.3, w));
  };
  const stored = gradient((w: Scalar) => fold(steps, 0.3, (h, i) => scalarCell(h, i, w)));
  return {
    title: `${steps} steps on one number`,
    units: steps,
    contenders: {
      "every step stored": () => () => stored(0.9),
      "100 checkpoints": () => () => loop(100)(0.9),
      "10 checkpoints": () => () => loop(10)(0.9),
    },
  };
};

/** A chain reversed from few carries, beside the one of which every step is kept. */
export const suite: Suite = {
  name: "checkpointing",
  per: "step, gradient of a chain",
  benchmarks: [onArrays(1000), onArrays(10_000), onNumbers(1000)],
};
