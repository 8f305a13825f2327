import { type MatrixValue, type Value, div, exp, mul, tanh } from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import type { Trait } from "./structured-matrices.ts";

/** A function of one matrix, and what it asks of it. */
export interface MatrixFunction {
  readonly name: string;
  readonly of: (A: MatrixValue) => unknown;
  readonly needs: readonly Trait[];
}

/** A right-hand side as long as the matrix has rows; it depends on the matrix too, in squares. */
const right = (A: MatrixValue): Value =>
  linalg.matmul(
    mul(A, A),
    Float64Array.from({ length: A.cols }, (_, k) => Math.cos(2 * k + 1)),
  );

const any = [] as const;
const square = ["square"] as const;
const smooth = ["no zeros"] as const;
const distinct = ["distinct"] as const;

type Row = readonly [of: (A: MatrixValue) => unknown, needs: readonly Trait[]];

const rows: Readonly<Record<string, Row>> = {
  transpose: [linalg.transpose, any],
  "A·Aᵀ": [(A) => linalg.timesTransposed(A, A), any],
  "Aᵀ·A": [(A) => linalg.transposedTimes(A, A), any],
  "A·A": [(A) => linalg.matmul(A, A), square],
  kron: [(A) => linalg.kron(A, A), any],
  trace: [linalg.trace, square],
  det: [linalg.det, square],
  logAbsDet: [linalg.logAbsDet, square],
  inv: [linalg.inv, square],
  solve: [(A) => linalg.solve(A, right(A)), square],
  "solve, matrix": [(A) => linalg.solve(A, linalg.transpose(mul(A, A))), square],
  "solveTriangular, lower": [
    (A) => linalg.solveTriangular(A, right(A), { lower: true }),
    ["square", "regular diagonal"],
  ],
  "solveTriangular, upper": [
    (A) => linalg.solveTriangular(A, right(A), { lower: false }),
    ["square", "regular diagonal"],
  ],
  solvePositiveDefinite: [(A) => linalg.solvePositiveDefinite(A, right(A)), ["definite"]],
  lu: [(A) => [linalg.lu(A).L, linalg.lu(A).U], ["square", "clear pivots"]],
  cholesky: [linalg.cholesky, ["definite"]],
  ldl: [linalg.ldl, square],
  qr: [linalg.qr, any],
  qrPivoted: [linalg.qrPivoted, ["clear pivots"]],
  eigvalsh: [linalg.eigvalsh, ["square", "distinct"]],
  eigh: [linalg.eigh, ["square", "distinct"]],
  eigvals: [linalg.eigvals, ["square", "distinct"]],
  eig: [linalg.eig, ["square", "distinct"]],
  singularValues: [linalg.singularValues, distinct],
  svd: [linalg.svd, distinct],
  "norm 1": [(A) => linalg.norm(A, 1), smooth],
  "norm 2": [(A) => linalg.norm(A, 2), distinct],
  "norm ∞": [(A) => linalg.norm(A, Infinity), smooth],
  "norm fro": [(A) => linalg.norm(A, "fro"), any],
  "norm nuclear": [(A) => linalg.norm(A, "nuclear"), any],
  cond: [(A) => linalg.cond(A), distinct],
  "cond 1": [(A) => linalg.cond(A, 1), ["square", "no zeros"]],
  lstsq: [(A) => linalg.lstsq(A, right(A)), any],
  pinv: [linalg.pinv, any],
  nullSpace: [linalg.nullSpace, any],
  columnSpace: [linalg.columnSpace, any],
  expm: [linalg.expm, square],
  sqrtm: [linalg.sqrtm, ["definite"]],
  logm: [linalg.logm, ["definite"]],
  "spectralFunction tanh": [(A) => linalg.spectralFunction(tanh, A), square],
  "spectralFunction x·eˣ": [(A) => linalg.spectralFunction((x) => mul(x, exp(x)), A), square],
  "spectralFunction 1/x": [(A) => linalg.spectralFunction((x) => div(1, x), A), ["definite"]],
  polar: [linalg.polar, ["tall"]],
};

export const matrixFunctions: readonly MatrixFunction[] = Object.entries(rows).map(
  ([name, [of, needs]]) => ({ name, of, needs }),
);

/** Whose value at c·A is that at A times c^−1, c^½, 1 or c, or plus log c: such as have derivatives near the ends of the range. */
const scaled = [
  "transpose trace logAbsDet inv solve lu cholesky ldl qr qrPivoted eigvalsh eigh eigvals eig",
  "singularValues svd lstsq pinv nullSpace columnSpace sqrtm logm polar solvePositiveDefinite cond",
].flatMap((names) => names.split(" "));

export const functionsOfAnyScale = matrixFunctions.filter(
  ({ name }) => scaled.includes(name) || /^(norm|solve)/.test(name),
);

export const functionsOfAnyRank = matrixFunctions.filter(({ name }) =>
  ["lstsq", "pinv", "nullSpace", "columnSpace"].includes(name),
);
