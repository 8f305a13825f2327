import { Matrix } from "@jacobian/core";
import type { Model } from "../problems/lstm.ts";
import { UnitLog } from "./lstm-log.ts";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The model run over a text. Each unit of each layer is by itself, for all its weights are diagonal.
 * What a unit needs again for the gradient goes into the log.
 */
class Run {
  readonly width: number;
  readonly layers: number;
  readonly steps: number;
  readonly log: UnitLog;
  /** Of each unit of each layer. */
  readonly hidden: Float64Array;
  readonly cell: Float64Array;
  private readonly predicted: Float64Array;

  constructor(
    readonly model: Model,
    state: Matrix,
    readonly text: Matrix,
    keep: boolean,
  ) {
    [this.width, this.layers, this.steps] = [text.cols, state.rows / 2, text.rows - 1];
    const units = this.layers * this.width;
    this.log = new UnitLog(keep ? units * this.steps : 1);
    [this.hidden, this.cell] = [new Float64Array(units), new Float64Array(units)];
    for (let unit = 0; unit < units; unit++) {
      const [k, i] = [Math.floor(unit / this.width), unit % this.width];
      this.hidden[unit] = state.data[2 * k * this.width + i]!;
      this.cell[unit] = state.data[(2 * k + 1) * this.width + i]!;
    }
    this.predicted = new Float64Array(this.width);
  }

  /** One step of unit i of layer k: what it gives for its input. */
  private unit(k: number, i: number, signal: number): number {
    const { width, hidden, cell, log } = this;
    const [w, at, unit] = [this.model.main.data, 8 * k * width + i, k * width + i];
    const bias = at + 4 * width;
    const [before, stored] = [hidden[unit]!, cell[unit]!];
    const forget = sigmoid(w[at]! * signal + w[bias]!);
    const ingate = sigmoid(w[at + width]! * before + w[bias + width]!);
    const outgate = sigmoid(w[at + 2 * width]! * signal + w[bias + 2 * width]!);
    const change = Math.tanh(w[at + 3 * width]! * before + w[bias + 3 * width]!);
    const next = stored * forget + ingate * change;
    const squashed = Math.tanh(next);
    cell[unit] = next;
    log.push(signal, before, stored, forget, ingate, outgate, change, squashed);
    return (hidden[unit] = outgate * squashed);
  }

  /** Reads character t: what it predicts, and the sum of 2 and of the exponentials of that. */
  private read(t: number): number {
    const { width, predicted } = this;
    const [text, extra] = [this.text.data, this.model.extra.data];
    let total = 2;
    for (let i = 0; i < width; i++) {
      let signal = text[t * width + i]! * extra[i]!;
      for (let k = 0; k < this.layers; k++) signal = this.unit(k, i, signal);
      predicted[i] = signal * extra[width + i]! + extra[2 * width + i]!;
      total += Math.exp(predicted[i]!);
    }
    return total;
  }

  /** The mean loss; `bars`, if given, gets its derivatives in what is predicted. */
  loss(bars?: Float64Array): number {
    const { width, steps, predicted } = this;
    let loss = 0;
    for (let t = 0; t < steps; t++) {
      const total = this.read(t);
      const logTotal = Math.log(total);
      const next = this.text.data.subarray((t + 1) * width, (t + 2) * width);
      let weight = 0;
      for (let i = 0; i < width; i++) {
        loss -= next[i]! * (predicted[i]! - logTotal);
        weight += next[i]!;
      }
      if (bars === undefined) continue;
      for (let i = 0; i < width; i++)
        bars[t * width + i] =
          ((weight / total) * Math.exp(predicted[i]!) - next[i]!) / (steps * width);
    }
    return loss / (steps * width);
  }

  gradient(): Model {
    const { width, steps, layers, log } = this;
    const bars = new Float64Array(steps * width);
    this.loss(bars);
    const { main, extra } = this.model;
    const gradient = {
      main: new Matrix(main.rows, main.cols),
      extra: new Matrix(extra.rows, extra.cols),
    };
    const [w, e, de] = [main.data, extra.data, gradient.extra.data];
    const [hiddenBar, cellBar] = [this.hidden.fill(0), this.cell.fill(0)];
    for (let t = steps - 1; t >= 0; t--) {
      for (let i = width - 1; i >= 0; i--) {
        const bar = bars[t * width + i]!;
        de[width + i]! += bar * log.lastOutput;
        de[2 * width + i]! += bar;
        let signal = bar * e[width + i]!;
        for (let k = layers - 1; k >= 0; k--)
          signal = log.pop(w, gradient.main.data, k, i, width, signal, hiddenBar, cellBar);
        de[i]! += signal * this.text.data[t * width + i]!;
      }
    }
    return gradient;
  }
}

export const lstmByHand = (model: Model, state: Matrix, text: Matrix): number =>
  new Run(model, state, text, false).loss();

export const lstmGradientByHand = (model: Model, state: Matrix, text: Matrix): Model =>
  new Run(model, state, text, true).gradient();
