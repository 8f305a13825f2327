import type { Core } from "../scenario.ts";
import { scenario } from "../scenario.ts";
import { apply, delta, diagonal, entry, get, inner, list, table, times, total } from "../table.ts";

const { exp, log, log1p, tanh } = Math;

const W1 = [
  [0.5, -0.3, 0.8],
  [-0.2, 0.7, 0.1],
  [0.4, 0.6, -0.9],
  [-0.6, 0.2, 0.3],
];
const W2 = [
  [0.3, -0.5, 0.7, 0.2],
  [-0.4, 0.6, 0.1, -0.8],
];
const b = [0.1, -0.2, 0.3, 0.05];
const input = [0.6, -1.1, 0.4];

const layer = (x: ArrayLike<number>) => apply(W1, x).map((a, i) => a + get(b, i));
const sigma = (a: number) => 1 / (1 + exp(-a));
const softmax = (x: ArrayLike<number>) => {
  const e = Array.from(x, exp);
  return e.map((a) => a / total(e));
};

/** Networks whose Jacobian is W₂·diag(σ′)·W₁ and what belongs to them. */
export const networks = [
  scenario({
    name: "two-layer network W₂·tanh(W₁x + b), by its input",
    source: "Goodfellow, Bengio & Courville, Deep Learning, 2016, §6.5: W₂·diag(1 − tanh²)·W₁",
    x: Float64Array.from(input),
    f: ({ Matrix, add, at, build, mul, sumOver, tanh }) => {
      const [A, B, c] = [Matrix.fromRows(W1), Matrix.fromRows(W2), Float64Array.from(b)];
      return (x) => {
        const h = tanh(
          add(
            build(4, (i) => sumOver(3, (j) => mul(at(A, i, j), at(x, j)))),
            c,
          ),
        );
        return build(2, (i) => sumOver(4, (j) => mul(at(B, i, j), at(h, j))));
      };
    },
    value: (x) => apply(W2, layer(x).map(tanh)),
    jacobian: (x) => times(W2, times(diagonal(layer(x).map((a) => 1 - tanh(a) ** 2)), W1)),
  }),
  scenario({
    name: "two-layer network W₂·tanh(W₁x + b), by its weights",
    source:
      "by hand: ∂yₖ/∂W₁ᵢⱼ = W₂ₖᵢ(1 − tanh²aᵢ)xⱼ, ∂yₖ/∂bᵢ the same without xⱼ, ∂yₖ/∂W₂ₖᵢ = tanh aᵢ",
    x: ({ Matrix }: Core) => ({
      W1: Matrix.fromRows(W1),
      b: Float64Array.from(b),
      W2: Matrix.fromRows(W2),
    }),
    f:
      ({ add, at, build, mul, sumOver, tanh }) =>
      ({ W1, b, W2 }) => {
        const a = build(4, (i) =>
          sumOver(3, (j) => mul(at(W1, i, j), at(Float64Array.from(input), j))),
        );
        const h = tanh(add(a, b));
        return build(2, (k) => sumOver(4, (i) => mul(at(W2, k, i), at(h, i))));
      },
    value: ({ W1, b, W2 }) =>
      apply(
        W2.toJSON(),
        apply(W1.toJSON(), input).map((a, i) => tanh(a + get(b, i))),
      ),
    jacobian: ({ W1, b, W2 }) => {
      const h = apply(W1.toJSON(), input).map((a, i) => tanh(a + get(b, i)));
      const bias = (k: number) => h.map((a, i) => W2.at(k, i) * (1 - a * a));
      return [0, 1].map((k) => [
        ...bias(k).flatMap((a) => input.map((x) => a * x)),
        ...bias(k),
        ...[0, 1].flatMap((row) => h.map((a) => delta(k, row) * a)),
      ]);
    },
  }),
  scenario({
    name: "sigmoid network of two layers, tuple in, tuple out",
    source: "Nielsen, Neural Networks and Deep Learning, 2015, ch. 2: σ′ = σ(1 − σ)",
    x: [0.4, -0.9],
    f:
      ({ add, mul, sigmoid }) =>
      ([x, y]) => {
        const h = sigmoid(add(mul(1.5, x), mul(-0.7, y)));
        const k = sigmoid(add(mul(-0.4, x), mul(2, y)));
        return [sigmoid(add(h, mul(-3, k))), sigmoid(mul(2, mul(h, k)))];
      },
    value: ([x, y]) => {
      const [h, k] = [sigma(1.5 * x - 0.7 * y), sigma(-0.4 * x + 2 * y)];
      return [sigma(h - 3 * k), sigma(2 * h * k)];
    },
    jacobian: ([x, y]) => {
      const [h, k] = [sigma(1.5 * x - 0.7 * y), sigma(-0.4 * x + 2 * y)];
      const slope = (s: number) => s * (1 - s);
      const [p, q] = [slope(sigma(h - 3 * k)), slope(sigma(2 * h * k))];
      return times(
        [
          [p, -3 * p],
          [2 * q * k, 2 * q * h],
        ],
        [
          [1.5 * slope(h), -0.7 * slope(h)],
          [-0.4 * slope(k), 2 * slope(k)],
        ],
      );
    },
  }),
  scenario({
    name: "softmax",
    source: "Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.106: diag(p) − p·pᵀ",
    x: Float64Array.of(0.2, -1.3, 0.9, 0.4),
    f:
      ({ exp, sub, logsumexp }) =>
      (x) =>
        exp(sub(x, logsumexp(x))),
    value: (x) => softmax(x),
    jacobian: (x) => {
      const p = softmax(x);
      return table(4, 4, (i, j) => get(p, i) * (delta(i, j) - get(p, j)));
    },
  }),
  scenario({
    name: "cross entropy of a softmax",
    source: "Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.109: p − t",
    x: Float64Array.of(1.2, -0.3, 0.5),
    f:
      ({ at, logsumexp, sub }) =>
      (x) =>
        sub(logsumexp(x), at(x, 1)),
    value: (x) => [log(total(Array.from(x, exp))) - get(x, 1)],
    jacobian: (x) => [softmax(x).map((p, i) => p - delta(i, 1))],
  }),
  scenario({
    name: "logistic loss of a linear classifier",
    source: "Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 2nd ed., §4.4.1",
    x: [0.5, -0.8, 0.3],
    f: ({ Matrix, add, at, mul, softplus, sumOver }) => {
      const data = Matrix.fromRows(W1);
      return ([u, v, w]) =>
        sumOver(4, (i) =>
          softplus(
            add(mul(at(data, i, 0), u), add(mul(at(data, i, 1), v), mul(at(data, i, 2), w))),
          ),
        );
    },
    value: (w) => [total(apply(W1, w).map((a) => log1p(exp(a))))],
    jacobian: (w) => [
      list(3, (j) => total(apply(W1, w).map((a, i) => sigma(a) * entry(W1, i, j)))),
    ],
  }),
  scenario({
    name: "residual block x + W₂·tanh(W₂ᵀx), a matrix as its weight",
    source: "He et al., Deep Residual Learning, 2016, eq. 1: J = I + W·diag(1 − tanh²)·Wᵀ",
    x: [Float64Array.of(0.7, -0.2)],
    f: ({ Matrix, add, at, build, mul, sumOver, tanh }) => {
      const W = Matrix.fromRows(W2);
      return ([x]) => {
        const h = tanh(build(4, (j) => sumOver(2, (i) => mul(at(W, i, j), at(x, i)))));
        return {
          y: add(
            x,
            build(2, (i) => sumOver(4, (j) => mul(at(W, i, j), at(h, j)))),
          ),
        };
      };
    },
    value: ([x]) => {
      const h = list(4, (j) =>
        tanh(
          inner(
            W2.map((row) => get(row, j)),
            x,
          ),
        ),
      );
      return apply(W2, h).map((a, i) => a + get(x, i));
    },
    jacobian: ([x]) => {
      const slopes = list(
        4,
        (j) =>
          1 -
          tanh(
            inner(
              W2.map((row) => get(row, j)),
              x,
            ),
          ) **
            2,
      );
      return table(2, 2, (i, k) =>
        slopes.reduce((s, d, j) => s + entry(W2, i, j) * d * entry(W2, k, j), delta(i, k)),
      );
    },
  }),
];
