import { scenario } from "../scenario.ts";
import { apply, delta, get, list, table, times } from "../table.ts";

const { exp, sin } = Math;

const W1 = [
  [0.8, -0.5],
  [-0.3, 0.9],
  [0.6, 0.4],
];
const W2 = [[1.2, -0.7, 0.5]];

/** Functions with kinks, at points away from them: there the Jacobian is that of one piece. */
export const kinks = [
  scenario({
    name: "relu network W₂·relu(W₁x)",
    source: "Goodfellow, Bengio & Courville, Deep Learning, 2016, §6.3: W₂·diag(active)·W₁",
    x: Float64Array.of(1.5, -0.7),
    f: ({ Matrix, at, build, mul, relu, sumOver }) => {
      const [A, B] = [Matrix.fromRows(W1), Matrix.fromRows(W2)];
      return (x) => {
        const h = relu(build(3, (i) => sumOver(2, (j) => mul(at(A, i, j), at(x, j)))));
        return sumOver(3, (i) => mul(at(B, 0, i), at(h, i)));
      };
    },
    value: (x) =>
      apply(
        W2,
        apply(W1, x).map((a) => (a > 0 ? a : 0)),
      ),
    jacobian: (x) => {
      const a = apply(W1, x);
      return times(
        W2,
        W1.map((row, i) => row.map((w) => (get(a, i) > 0 ? w : 0))),
      );
    },
  }),
  scenario({
    name: "|x| on both sides",
    source: "by hand: the sign",
    x: Float64Array.of(-1.3, 0.9, -4),
    f: ({ abs }) => abs,
    value: (x) => Array.from(x, (a) => (a < 0 ? -a : a)),
    jacobian: (x) => table(3, 3, (i, j) => (get(x, i) < 0 ? -1 : 1) * delta(i, j)),
  }),
  scenario({
    name: "max and min of two",
    source: "by hand: the partial derivatives of the active argument",
    x: [1.2, -0.6],
    f:
      ({ max, min, square }) =>
      ([x, y]) => [max(x, y), min(x, y), max(square(x), square(y))],
    value: ([x, y]) => [x, y, x * x],
    jacobian: ([x]) => [
      [1, 0],
      [0, 1],
      [2 * x, 0],
    ],
  }),
  scenario({
    name: "clamp to [−1, 2]: below, inside, above",
    source: "by hand: 0 outside, 1 inside",
    x: [-3, 0.5, 4],
    f:
      ({ clamp }) =>
      (x) =>
        x.map((a) => clamp(a, -1, 2)),
    value: ([, b]) => [-1, b, 2],
    jacobian: () => [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ],
  }),
  scenario({
    name: "leaky relu, slope 0.1",
    source: "Maas, Hannun & Ng, ICML 2013, eq. 3",
    x: [-2, 1.5],
    f:
      ({ leakyRelu }) =>
      ([x, y]) => [leakyRelu(x, 0.1), leakyRelu(y, 0.1)],
    value: ([x, y]) => [0.1 * x, y],
    jacobian: () => [
      [0.1, 0],
      [0, 1],
    ],
  }),
  scenario({
    name: "where chooses between two formulas",
    source: "by hand: the derivative of the chosen one",
    x: [0.8, -0.8],
    f:
      ({ exp, sin, where }) =>
      (x) =>
        x.map((a) => where("gt", a, 0, sin(a), exp(a))),
    value: ([x, y]) => [sin(x), exp(y)],
    jacobian: ([x, y]) => [
      [Math.cos(x), 0],
      [0, exp(y)],
    ],
  }),
  scenario({
    name: "x mod y",
    source: "Graham, Knuth & Patashnik, Concrete Mathematics, §3.4: x − y⌊x/y⌋",
    x: [7.3, 2],
    f:
      ({ mod }) =>
      ([x, y]) =>
        mod(x, y),
    value: ([x, y]) => [x - 3 * y],
    jacobian: () => [[1, -3]],
  }),
  scenario({
    name: "sawtooth x − ⌊x⌋ and functions that are flat almost everywhere",
    source:
      "by hand: floor, ceil, round, trunc, sign and step have derivative 0 between their jumps",
    x: 2.3,
    f:
      ({ add, ceil, floor, mul, round, sign, step, sub, trunc }) =>
      (x) => [
        sub(x, floor(x)),
        mul(x, add(ceil(x), round(x))),
        mul(x, trunc(x)),
        mul(sign(x), step(x)),
      ],
    value: (x) => [x - 2, 5 * x, 2 * x, 1],
    jacobian: () => [[1], [5], [2], [0]],
  }),
  scenario({
    name: "largest and smallest entry of a vector",
    source: "by hand: the unit row of the entry that is largest, or smallest",
    x: Float64Array.of(0.4, 2.1, -1.3, 0.9),
    f:
      ({ amax, amin }) =>
      (x) => [amax(x), amin(x)],
    value: (x) => [get(x, 1), get(x, 2)],
    jacobian: () => [list(4, (j) => delta(j, 1)), list(4, (j) => delta(j, 2))],
  }),
  scenario({
    name: "squared hinge loss",
    source: "Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 2nd ed., §12.3.2",
    x: [0.3, -2],
    f:
      ({ add, relu, square, sub }) =>
      ([x, y]) =>
        add(square(relu(sub(1, x))), square(relu(y))),
    value: ([x]) => [(1 - x) ** 2],
    jacobian: ([x]) => [[-2 * (1 - x), 0]],
  }),
];
