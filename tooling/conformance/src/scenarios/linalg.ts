import type { Core } from "../scenario.ts";
import { linalgScenario } from "../scenario.ts";
import {
  apply,
  beside,
  identity,
  kronecker,
  list,
  table,
  times,
  total,
  transposed,
} from "../table.ts";

const rowsA = [
  [2, 0.5],
  [-1, 1.5],
];
const A = ({ Matrix }: Core) => Matrix.fromRows(rowsA);
const B = ({ Matrix }: Core) =>
  Matrix.fromRows([
    [1, -2, 0.5],
    [0.3, 0.7, 1.1],
  ]);
const v = () => Float64Array.of(0.4, -1.2);

type Square = ReturnType<typeof A>;
const det = (A: Square) => A.at(0, 0) * A.at(1, 1) - A.at(0, 1) * A.at(1, 0);
/** adj A = det A·A⁻¹ */
const adjugate = (A: Square) => [
  [A.at(1, 1), -A.at(0, 1)],
  [-A.at(1, 0), A.at(0, 0)],
];
const inverse = (A: Square) => adjugate(A).map((row) => row.map((a) => a / det(A)));
const negative = (A: readonly (readonly number[])[]) => A.map((row) => row.map((a) => -a));

/**
 * Functions of whole matrices. With vec row by row, the Jacobian of X ↦ P·X·Q is P ⊗ Qᵀ
 * (Magnus & Neudecker, Matrix Differential Calculus, ch. 2, where vec goes by columns: Qᵀ ⊗ P).
 */
export const linalg = [
  linalgScenario({
    name: "matrix times matrix, in both",
    source: "Giles, Collected matrix derivative results, 2008, §2.2.1",
    x: (core: Core) => ({ A: A(core), B: B(core) }),
    f:
      (_, { matmul }) =>
      ({ A, B }) =>
        matmul(A, B),
    value: ({ A, B }) => times(A.toJSON(), B.toJSON()).flat(),
    jacobian: ({ A, B }) =>
      beside(kronecker(identity(2), transposed(B.toJSON())), kronecker(A.toJSON(), identity(3))),
  }),
  linalgScenario({
    name: "matrix times vector, in both",
    source: "Giles, Collected matrix derivative results, 2008, §2.2.1",
    x: (core: Core) => ({ A: A(core), v: v() }),
    f:
      (_, { matmul }) =>
      ({ A, v }) =>
        matmul(A, v),
    value: ({ A, v }) => apply(A.toJSON(), v),
    jacobian: ({ A, v }) => beside(kronecker(identity(2), [Array.from(v)]), A.toJSON()),
  }),
  linalgScenario({
    name: "transpose",
    source: "Magnus & Neudecker, Matrix Differential Calculus, 1999, §3.7: the commutation matrix",
    x: B,
    f:
      (_, { transpose }) =>
      (B) =>
        transpose(B),
    value: (B) => transposed(B.toJSON()).flat(),
    jacobian: () =>
      table(6, 6, (i, j) => (Math.floor(i / 2) === j % 3 && i % 2 === Math.floor(j / 3) ? 1 : 0)),
  }),
  linalgScenario({
    name: "inverse",
    source: "Giles 2008, §2.2.3: −A⁻¹ dA A⁻¹, that is −A⁻¹ ⊗ A⁻ᵀ",
    x: A,
    f:
      (_, { inv }) =>
      (A) =>
        inv(A),
    value: (A) => inverse(A).flat(),
    jacobian: (A) => negative(kronecker(inverse(A), transposed(inverse(A)))),
  }),
  linalgScenario({
    name: "determinant",
    source: "Giles 2008, §2.2.4: the adjugate, transposed (Jacobi's formula)",
    x: A,
    f:
      (_, { det }) =>
      (A) =>
        det(A),
    value: (A) => [det(A)],
    jacobian: (A) => [transposed(adjugate(A)).flat()],
  }),
  linalgScenario({
    name: "logarithm of the determinant",
    source: "Giles 2008, §2.2.4: A⁻ᵀ, here where the determinant is negative",
    x: ({ Matrix }: Core) => Matrix.fromRows(rowsA.toReversed()),
    f:
      (_, { logAbsDet }) =>
      (A) =>
        logAbsDet(A).logAbsDet,
    value: (A) => [Math.log(-det(A))],
    jacobian: (A) => [transposed(inverse(A)).flat()],
  }),
  linalgScenario({
    name: "solution of a linear system, in both",
    source: "Giles 2008, §2.3.1: dx = A⁻¹(db − dA·x)",
    x: (core: Core) => ({ A: A(core), b: v() }),
    f:
      (_, { solve }) =>
      ({ A, b }) =>
        solve(A, b),
    value: ({ A, b }) => apply(inverse(A), b),
    jacobian: ({ A, b }) =>
      beside(negative(kronecker(inverse(A), [apply(inverse(A), b)])), inverse(A)),
  }),
  linalgScenario({
    name: "quadratic form, in both",
    source: "Petersen & Pedersen, The Matrix Cookbook, 2012, eqs. 72 and 97: vvᵀ and (A + Aᵀ)v",
    x: (core: Core) => ({ A: A(core), v: v() }),
    f:
      (_, { dot, matmul }) =>
      ({ A, v }) =>
        dot(v, matmul(A, v)),
    value: ({ A, v }) => [total(apply(A.toJSON(), v).map((a, i) => a * (v[i] ?? NaN)))],
    jacobian: ({ A, v }) => [
      [
        ...kronecker([Array.from(v)], [Array.from(v)]).flat(),
        ...apply(A.toJSON(), v).map((a, i) => a + (apply(transposed(A.toJSON()), v)[i] ?? NaN)),
      ],
    ],
  }),
  linalgScenario({
    name: "trace of the square",
    source: "Petersen & Pedersen, The Matrix Cookbook, 2012, eq. 106: 2Aᵀ",
    x: A,
    f:
      (_, { matmul, trace }) =>
      (A) =>
        trace(matmul(A, A)),
    value: (A) => [A.at(0, 0) ** 2 + 2 * A.at(0, 1) * A.at(1, 0) + A.at(1, 1) ** 2],
    jacobian: (A) => [
      transposed(A.toJSON())
        .flat()
        .map((a) => 2 * a),
    ],
  }),
  linalgScenario({
    name: "outer product, in both",
    source: "by hand: ∂(uᵢvⱼ) = vⱼ·duᵢ + uᵢ·dvⱼ",
    x: [Float64Array.of(1.5, -2), Float64Array.of(0.5, 3, 4)],
    f:
      (_, { outer }) =>
      ([u, v]) =>
        outer(u, v),
    value: ([u, v]) => Array.from(u).flatMap((a) => Array.from(v, (b) => a * b)),
    jacobian: ([u, v]) =>
      beside(
        kronecker(
          identity(2),
          Array.from(v, (b) => [b]),
        ),
        kronecker(
          Array.from(u, (a) => [a]),
          identity(3),
        ),
      ),
  }),
  linalgScenario({
    name: "least squares by the normal equations, in the data",
    source:
      "Golub & Van Loan, Matrix Computations, 4th ed., §5.3: (AᵀA)⁻¹Aᵀ, for a line through 4 points",
    x: Float64Array.of(0.9, 2.1, 2.8, 4.3),
    f: ({ Matrix }, { matmul, solve, transpose }) => {
      const line = Matrix.fromRows(list(4, (t) => [1, t]));
      const T = transpose(line);
      return (y) => solve(matmul(T, line), matmul(T, y));
    },
    value: (y) =>
      apply(
        table(2, 4, (i, t) => (i === 0 ? 7 - 3 * t : 2 * t - 3) / 10),
        y,
      ),
    jacobian: () => table(2, 4, (i, t) => (i === 0 ? 7 - 3 * t : 2 * t - 3) / 10),
  }),
];
