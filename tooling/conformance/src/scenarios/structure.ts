import type { Core } from "../scenario.ts";
import { scenario } from "../scenario.ts";
import { beside, delta, get, identity, list, table, total } from "../table.ts";

const { sin } = Math;

const n = 200;

/** What containers can look like, and functions that hardly do anything. */
export const structure = [
  scenario({
    name: "identity of a number",
    source: "by hand: 1",
    x: 4.2,
    f: () => (x) => x,
    value: (x) => [x],
    jacobian: () => [[1]],
  }),
  scenario({
    name: "identity of nested containers",
    source: "by hand: I",
    x: ({ Matrix }: Core) => ({
      a: [1, { b: Float64Array.of(2, -3) }],
      w: Matrix.fromRows([[4], [5]]),
    }),
    f: () => (x) => x,
    value: ({ a: [s, { b }], w }) => [s, ...b, ...w.data],
    jacobian: () => identity(5),
  }),
  scenario({
    name: "a constant number",
    source: "by hand: 0",
    x: [1, 2, 3],
    f: () => () => 7,
    value: () => [7],
    jacobian: () => [[0, 0, 0]],
  }),
  scenario({
    name: "constants of every kind",
    source: "by hand: 0",
    x: 0.5,
    f:
      ({ Matrix }) =>
      () => ({
        s: 1,
        v: Float64Array.of(2, 3),
        A: Matrix.fromRows([[4, 5]]),
        t: [6],
      }),
    value: () => [1, 2, 3, 4, 5, 6],
    jacobian: () => list(6, () => [0]),
  }),
  scenario({
    name: "a constant beside a variable",
    source: "by hand: a row of zeros, a row of the sine",
    x: [0.3, 0.8],
    f:
      ({ sin }) =>
      ([x]) => [2, sin(x)],
    value: ([x]) => [2, sin(x)],
    jacobian: ([x]) => [
      [0, 0],
      [Math.cos(x), 0],
    ],
  }),
  scenario({
    name: "an input that is ignored",
    source: "by hand: a column of zeros",
    x: [1.5, -2, 0.5],
    f:
      ({ mul }) =>
      ([x, , z]) =>
        mul(x, z),
    value: ([x, , z]) => [x * z],
    jacobian: ([x, , z]) => [[z, 0, x]],
  }),
  scenario({
    name: "an input returned twice",
    source: "by hand: the same row twice",
    x: [2, 3],
    f:
      () =>
      ([x, y]) => [y, y, x],
    value: ([x, y]) => [y, y, x],
    jacobian: () => [
      [0, 1],
      [0, 1],
      [1, 0],
    ],
  }),
  scenario({
    name: "a vector returned twice, and used",
    source: "by hand: I, I and the row 2x",
    x: Float64Array.of(0.5, -1.5),
    f:
      ({ square, sum }) =>
      (x) => [x, x, sum(square(x))],
    value: (x) => [...x, ...x, total(x.map((a) => a * a))],
    jacobian: (x) => [...identity(2), ...identity(2), Array.from(x, (a) => 2 * a)],
  }),
  scenario({
    name: "an empty vector in, an empty vector out",
    source: "by hand: the 0×0 matrix",
    x: new Float64Array(0),
    f:
      ({ exp }) =>
      (x) =>
        exp(x),
    value: () => [],
    jacobian: () => [],
  }),
  scenario({
    name: "the sum of an empty vector beside a number",
    source: "by hand: the empty sum is 0 and has no partial derivatives",
    x: { none: new Float64Array(0), s: 3 },
    f:
      ({ add, sum }) =>
      ({ none, s }) =>
        add(sum(none), s),
    value: ({ s }) => [s],
    jacobian: () => [[1]],
  }),
  scenario({
    name: "no output at all",
    source: "by hand: the 0×2 matrix",
    x: [1, 2],
    f: () => () => [],
    value: () => [],
    jacobian: () => [],
  }),
  scenario({
    name: "a 1×1 matrix",
    source: "by hand: (a²)′ = 2a",
    x: ({ Matrix }: Core) => Matrix.fromRows([[1.5]]),
    f:
      ({ square }) =>
      (A) =>
        square(A),
    value: (A) => [A.at(0, 0) ** 2],
    jacobian: (A) => [[2 * A.at(0, 0)]],
  }),
  scenario({
    name: "a tuple of one number",
    source: "by hand: cos",
    x: [0.4],
    f:
      ({ sin }) =>
      ([x]) => [sin(x)],
    value: ([x]) => [sin(x)],
    jacobian: ([x]) => [[Math.cos(x)]],
  }),
  scenario({
    name: "a vector taken apart by iteration",
    source: "by hand: the product rule",
    x: Float64Array.of(2, 3, 4),
    f:
      ({ mul }) =>
      (x) =>
        Array.from(x).reduce((product, a) => mul(product, a)),
    value: ([a = NaN, b = NaN, c = NaN]) => [a * b * c],
    jacobian: ([a = NaN, b = NaN, c = NaN]) => [[b * c, a * c, a * b]],
  }),
  scenario({
    name: "x·x·sin x for a vector, entry by entry",
    source: "by hand: diag(2x·sin x + x²·cos x)",
    x: Float64Array.of(0.3, 1.9, -2.4),
    f:
      ({ mul, sin }) =>
      (x) =>
        mul(x, mul(x, sin(x))),
    value: (x) => Array.from(x, (a) => a * a * sin(a)),
    jacobian: (x) =>
      table(
        3,
        3,
        (i, j) => delta(i, j) * get(x, i) * (2 * sin(get(x, i)) + get(x, i) * Math.cos(get(x, i))),
      ),
  }),
  scenario({
    name: "gather and slice",
    source: "by hand: rows of I; an entry gathered twice has two rows",
    x: Float64Array.of(1, -2, 3, -4, 5),
    f:
      ({ gather, mul, slice }) =>
      (x) => [gather(x, [4, 0, 4]), mul(slice(x, 1, 3), 2)],
    value: ([a = NaN, b = NaN, c = NaN, , e = NaN]) => [e, a, e, 2 * b, 2 * c],
    jacobian: () => [
      ...[4, 0, 4].map((k) => list(5, (j) => delta(j, k))),
      ...[1, 2].map((k) => list(5, (j) => 2 * delta(j, k))),
    ],
  }),
  scenario({
    name: "nested containers in and out",
    source: "by hand: ∂(s·b) = (b, s·I), ∂(Σw·s) = (Σw, 0, s)",
    x: ({ Matrix }: Core) => ({
      a: [1.5, { b: Float64Array.of(2, -3) }],
      w: Matrix.fromRows([
        [0.5, -1],
        [4, 2],
      ]),
    }),
    f:
      ({ mul, sum }) =>
      ({ a: [s, { b }], w }) => ({ p: [mul(s, b)], q: { r: mul(sum(w), s) } }),
    value: ({ a: [s, { b }], w }) => [...b.map((t) => s * t), s * total(w.data)],
    jacobian: ({ a: [s, { b }], w }) => [
      ...beside(
        Array.from(b, (t) => [t]),
        [
          [s, 0],
          [0, s],
        ],
        table(2, 4, () => 0),
      ),
      [total(w.data), 0, 0, s, s, s, s],
    ],
  }),
  scenario({
    name: "a long vector: second differences of 200 entries, squared",
    source: "by hand: 2(Dx)ᵢ·Dᵢⱼ with D tridiagonal (1, −2, 1), 0 beyond both ends",
    x: Float64Array.from(list(n, (i) => sin(i / 7))),
    f:
      ({ add, at, build, mul, offset, square, sub }) =>
      (x) =>
        build(n - 2, (i) =>
          square(add(sub(at(x, i), mul(2, at(x, offset(i, 1)))), at(x, offset(i, 2)))),
        ),
    value: (x) => list(n - 2, (i) => (get(x, i) - 2 * get(x, i + 1) + get(x, i + 2)) ** 2),
    jacobian: (x) =>
      list(n - 2, (i) => i).map((i) => {
        const d = 2 * (get(x, i) - 2 * get(x, i + 1) + get(x, i + 2));
        return list(n, (j) => (j === i || j === i + 2 ? d : j === i + 1 ? -2 * d : 0));
      }),
  }),
  scenario({
    name: "a long vector to one number",
    source: "by hand: ∇ Σ sin²xᵢ = sin 2xᵢ",
    x: Float64Array.from(list(n, (i) => i / 100)),
    f:
      ({ sin, square, sum }) =>
      (x) =>
        sum(square(sin(x))),
    value: (x) => [total(x.map((a) => sin(a) ** 2))],
    jacobian: (x) => [Array.from(x, (a) => sin(2 * a))],
  }),
];
