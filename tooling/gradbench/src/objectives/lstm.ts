import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Vector,
  add,
  div,
  exp,
  fold,
  log,
  mul,
  offset,
  row,
  sigmoid,
  slice,
  sub,
  sum,
  tanh,
} from "@jacobian/core";
import { dot } from "@jacobian/linalg";

/** What is learnt: two rows of `main` for each layer (weights, biases), three of `extra`. */
export type Parameters = {
  readonly main: MatrixValue;
  readonly extra: MatrixValue;
};

type Memory = { readonly hidden: Vector; readonly cell: Vector };

/** Weights or biases of a layer, for each gate. */
interface Gates {
  readonly forget: Vector;
  readonly ingate: Vector;
  readonly outgate: Vector;
  readonly change: Vector;
}

const gates = (line: Vector): Gates => {
  const width = line.length / 4;
  const part = (k: number): Vector => slice(line, k * width, (k + 1) * width);
  return { forget: part(0), ingate: part(1), outgate: part(2), change: part(3) };
};

/** One layer and one character on; all weight matrices are diagonal, the benchmark's own quirk. */
const remember = (input: Vector, { hidden, cell }: Memory, weight: Gates, bias: Gates): Memory => {
  const forget = sigmoid(add(mul(input, weight.forget), bias.forget));
  const ingate = sigmoid(add(mul(hidden, weight.ingate), bias.ingate));
  const outgate = sigmoid(add(mul(input, weight.outgate), bias.outgate));
  const change = tanh(add(mul(hidden, weight.change), bias.change));
  const next = add(mul(cell, forget), mul(ingate, change));
  return { hidden: mul(outgate, tanh(next)), cell: next };
};

/**
 * The mean loss of a character model, layers of long short-term memory, that reads a text (a row of
 * bits for each character) and predicts at each character the next (ADBench).
 */
export const lstm = (parameters: Parameters, state: Matrix, text: Matrix): Scalar => {
  const { main, extra } = parameters;
  const layers = Array.from({ length: main.rows / 2 }, (_, k) => ({
    weight: gates(row(main, 2 * k)),
    bias: gates(row(main, 2 * k + 1)),
    memory: { hidden: row(state, 2 * k), cell: row(state, 2 * k + 1) },
  }));
  const [inWeight, outWeight, outBias] = [row(extra, 0), row(extra, 1), row(extra, 2)];
  type Carry = { readonly total: Scalar; readonly memories: readonly Memory[] };
  const start: Carry = { total: 0, memories: layers.map(({ memory }) => memory) };
  const { total } = fold<Carry>(text.rows - 1, start, ({ total, memories }, t) => {
    let signal: Vector = mul(row(text, t), inWeight);
    const next = layers.map(({ weight, bias }, k) => {
      const memory = remember(signal, memories[k]!, weight, bias);
      signal = memory.hidden;
      return memory;
    });
    const predicted = add(mul(signal, outWeight), outBias);
    const logProbability = sub(predicted, log(add(2, sum(exp(predicted)))));
    return { total: add(total, dot(row(text, offset(t, 1)), logProbability)), memories: next };
  });
  return div(total, -(text.rows - 1) * text.cols);
};
