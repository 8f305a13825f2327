import { Matrix } from "@jacobian/core";
import { gradient } from "@jacobian/tape";
import { lstmByHand, lstmGradientByHand } from "../by-hand/lstm.ts";
import { lstm as objective } from "../objectives/lstm.ts";
import { problem } from "./problem.ts";

interface Input {
  readonly main_params: readonly number[][];
  readonly extra_params: readonly number[][];
  readonly state: readonly number[][];
  readonly sequence: readonly number[][];
}

/** All parameters of a model. */
export interface Model {
  readonly main: Matrix;
  readonly extra: Matrix;
}

type Arguments = [model: Model, state: Matrix, text: Matrix];

const flat = ({ main, extra }: Model): Float64Array => Float64Array.of(...main.data, ...extra.data);

export const lstm = problem({
  read: ({ main_params, extra_params, state, sequence }: Input): Arguments => [
    { main: Matrix.fromRows(main_params), extra: Matrix.fromRows(extra_params) },
    Matrix.fromRows(state),
    Matrix.fromRows(sequence),
  ],
  functions: {
    objective,
    jacobian: (...[model, state, text]: Arguments) => flat(gradient(objective)(model, state, text)),
  },
  byHand: {
    objective: lstmByHand,
    jacobian: (...[model, state, text]: Arguments) => flat(lstmGradientByHand(model, state, text)),
  },
});
