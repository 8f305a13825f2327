import type { Core } from "../scenario.ts";
import { scenario } from "../scenario.ts";
import { delta, get, list, table, total } from "../table.ts";

const { exp, log, sqrt } = Math;

const A = ({ Matrix }: Core) =>
  Matrix.fromRows([
    [0.5, -1.2, 0.3],
    [1.1, 0.4, -0.7],
  ]);

/** Functions of matrices that need only core. */
export const matrices = [
  scenario({
    name: "sum of the squares of a matrix",
    source: "Petersen & Pedersen, The Matrix Cookbook, 2012, eq. 132: 2A",
    x: A,
    f:
      ({ square, sum }) =>
      (A) =>
        sum(square(A)),
    value: (A) => [total(A.data.map((a) => a * a))],
    jacobian: (A) => [Array.from(A.data, (a) => 2 * a)],
  }),
  scenario({
    name: "A·x entry by entry, in both",
    source: "by hand: ∂yᵢ/∂Aⱼₖ = δᵢⱼxₖ and ∂yᵢ/∂xₖ = Aᵢₖ",
    x: (core: Core) => ({ A: A(core), x: Float64Array.of(0.8, -0.5, 1.3) }),
    f:
      ({ at, build, mul, sumOver }) =>
      ({ A, x }) =>
        build(2, (i) => sumOver(3, (j) => mul(at(A, i, j), at(x, j)))),
    value: ({ A, x }) => [0, 1].map((i) => total(x.map((b, j) => A.at(i, j) * b))),
    jacobian: ({ A, x }) =>
      [0, 1].map((i) => [
        ...[0, 1].flatMap((j) => Array.from(x, (b) => delta(i, j) * b)),
        ...list(3, (k) => A.at(i, k)),
      ]),
  }),
  scenario({
    name: "trace by its entries",
    source: "Petersen & Pedersen, The Matrix Cookbook, 2012, eq. 99: I",
    x: ({ Matrix }: Core) => new Matrix(3, 3, Float64Array.of(2, -1, 0, 4, 0.5, 3, 1, 7, -6)),
    f:
      ({ at, sumOver }) =>
      (A) =>
        sumOver(3, (i) => at(A, i, i)),
    value: (A) => [A.at(0, 0) + A.at(1, 1) + A.at(2, 2)],
    jacobian: () => [list(9, (k) => (k % 4 === 0 ? 1 : 0))],
  }),
  scenario({
    name: "sums of rows and of columns",
    source: "by hand: 1ᵀ ⊗ I and I ⊗ 1ᵀ, of zeros and ones",
    x: A,
    f:
      ({ sum }) =>
      (A) => ({ rows: sum(A, "rows"), columns: sum(A, "columns") }),
    value: (A) => [
      ...[0, 1].map((i) => A.at(i, 0) + A.at(i, 1) + A.at(i, 2)),
      ...[0, 1, 2].map((j) => A.at(0, j) + A.at(1, j)),
    ],
    jacobian: () => [
      ...table(2, 6, (i, k) => delta(i, Math.floor(k / 3))),
      ...table(3, 6, (j, k) => delta(j, k % 3)),
    ],
  }),
  scenario({
    name: "logsumexp along rows",
    source: "Boyd & Vandenberghe, Convex Optimization, 2004, §3.1.5: the softmax of each row",
    x: A,
    f:
      ({ logsumexp }) =>
      (A) =>
        logsumexp(A, "rows"),
    value: (A) => A.toJSON().map((row) => log(total(row.map(exp)))),
    jacobian: (A) =>
      A.toJSON().map((row, i) =>
        list(6, (k) => (Math.floor(k / 3) === i ? exp(get(row, k % 3)) / total(row.map(exp)) : 0)),
      ),
  }),
  scenario({
    name: "mean of columns and of everything",
    source: "by hand: one over the number of entries",
    x: A,
    f:
      ({ mean }) =>
      (A) => [mean(A, "columns"), mean(A)],
    value: (A) => [...[0, 1, 2].map((j) => (A.at(0, j) + A.at(1, j)) / 2), total(A.data) / 6],
    jacobian: () => [...table(3, 6, (j, k) => delta(j, k % 3) / 2), list(6, () => 1 / 6)],
  }),
  scenario({
    name: "Euclidean norm of a vector",
    source: "Petersen & Pedersen, The Matrix Cookbook, 2012, eq. 129: x/‖x‖",
    x: Float64Array.of(1.2, -0.5, 2, 0.1),
    f:
      ({ norm2 }) =>
      (x) =>
        norm2(x),
    value: (x) => [sqrt(total(x.map((a) => a * a)))],
    jacobian: (x) => [Array.from(x, (a) => a / sqrt(total(x.map((b) => b * b))))],
  }),
  scenario({
    name: "norms of rows",
    source: "by hand: each row over its norm",
    x: A,
    f:
      ({ norm2 }) =>
      (A) =>
        norm2(A, "rows"),
    value: (A) => A.toJSON().map((row) => sqrt(total(row.map((a) => a * a)))),
    jacobian: (A) =>
      A.toJSON().map((row, i) =>
        list(6, (k) =>
          Math.floor(k / 3) === i ? get(row, k % 3) / sqrt(total(row.map((a) => a * a))) : 0,
        ),
      ),
  }),
  scenario({
    name: "a matrix of exponentials, entry by entry",
    source: "Magnus & Neudecker, Matrix Differential Calculus, 1999, ch. 9: diag(vec exp A)",
    x: A,
    f:
      ({ exp }) =>
      (A) =>
        exp(A),
    value: (A) => Array.from(A.data, exp),
    jacobian: (A) => table(6, 6, (i, j) => delta(i, j) * exp(get(A.data, i))),
  }),
  scenario({
    name: "a scalar meets a matrix entry by entry, in both",
    source: "by hand: ∂(sA)ᵢⱼ/∂s = Aᵢⱼ, ∂(sA)/∂A = s·I",
    x: (core: Core) => ({ s: 1.7, A: A(core) }),
    f:
      ({ mul }) =>
      ({ s, A }) =>
        mul(s, A),
    value: ({ s, A }) => Array.from(A.data, (a) => s * a),
    jacobian: ({ s, A }) => table(6, 7, (i, j) => (j === 0 ? get(A.data, i) : s * delta(i, j - 1))),
  }),
  scenario({
    name: "Vandermonde matrix of three nodes",
    source: "Golub & Van Loan, Matrix Computations, 4th ed., §4.6: d xᵏ = k·xᵏ⁻¹",
    x: [0.5, -1.2, 2],
    f:
      ({ matrix, square }) =>
      (x) =>
        matrix(x.map((a) => [1, a, square(a)])),
    value: (x) => x.flatMap((a) => [1, a, a * a]),
    jacobian: (x) =>
      x.flatMap((a, i) => [0, 1, 2].map((k) => list(3, (j) => delta(i, j) * k * (k > 1 ? a : 1)))),
  }),
  scenario({
    name: "row times column of a matrix",
    source: "by hand: the product rule, for A₁ⱼAⱼ₂ summed over j",
    x: ({ Matrix }: Core) =>
      Matrix.fromRows([
        [1.5, -0.4],
        [0.3, 2.2],
      ]),
    f:
      ({ column, mul, row, sum }) =>
      (A) =>
        sum(mul(row(A, 0), column(A, 1))),
    value: (A) => [A.at(0, 0) * A.at(0, 1) + A.at(0, 1) * A.at(1, 1)],
    jacobian: (A) => [[A.at(0, 1), A.at(0, 0) + A.at(1, 1), 0, A.at(0, 1)]],
  }),
];
