import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Vector,
  add,
  at,
  broadcast,
  exp,
  logsumexp,
  mul,
  row,
  scatter,
  square,
  sub,
  sum,
} from "@jacobian/core";
import { lgamma } from "@jacobian/core/special";
import { diagonalMatrix, fromRows, matmul, timesTransposed } from "@jacobian/linalg";

/** A mixture of k normal distributions: a row for each of `mu`, `q` and `l`. */
export type Mixture = {
  /** Logarithms of the weights, not normed. */
  readonly alpha: Vector;
  readonly mu: MatrixValue;
  /** The logarithms of the diagonal of the factor Q of Σ⁻¹ = QᵀQ, and its entries below, column by column. */
  readonly q: MatrixValue;
  readonly l: MatrixValue;
};

/** The Wishart prior: γ and the degrees of freedom beyond d + 1. */
export interface Prior {
  readonly gamma: number;
  readonly m: number;
}

/** Where the entries below the diagonal of a d×d matrix stand, column by column. */
const below = (d: number): number[] => {
  const columns = Array.from({ length: d }, (_, j) => j);
  return columns.flatMap((j) => columns.slice(j + 1).map((i) => i * d + j));
};

/** The triangular factor Q. */
const factor = (q: Vector, l: Vector): MatrixValue => {
  const d = q.length;
  // `scatter` makes what its shape says.
  const lower = scatter(l, { index: below(d), shape: [d, d] }) as MatrixValue;
  return add(diagonalMatrix(exp(q)), lower);
};

/** log αₖ + log |Q| − ½·|Q·(x − μ)|² at each of the points, for component k. */
const logDensities = ({ alpha, mu, q, l }: Mixture, points: Matrix, k: number): Vector => {
  const Q = factor(row(q, k), row(l, k));
  const centre = broadcast(matmul(Q, row(mu, k)), { shape: points.shape, axis: "columns" });
  // `broadcast` makes what its shape says.
  const whitened = sub(timesTransposed(points, Q), centre as MatrixValue);
  const distances = sum(square(whitened), "rows");
  return sub(add(at(alpha, k), sum(row(q, k))), mul(0.5, distances));
};

/** log of Γ's generalization to p dimensions, Γₚ(a). */
const logMultigamma = (a: number, p: number): number =>
  0.25 * p * (p - 1) * Math.log(Math.PI) +
  Array.from({ length: p }, (_, j) => lgamma(a - j / 2)).reduce((x, y) => x + y, 0);

const logPrior = ({ q, l }: Mixture, { gamma, m }: Prior): Scalar => {
  const [k, d] = [q.rows, q.cols];
  const n = d + m + 1;
  const norm = n * d * (Math.log(gamma) - 0.5 * Math.LN2) - logMultigamma(n / 2, d);
  const frobenius = add(sum(square(exp(q))), sum(square(l)));
  return add(k * norm, sub(mul(m, sum(q)), mul(0.5 * gamma * gamma, frobenius)));
};

/** The log-posterior of a mixture of normal distributions, of the points (rows) and a Wishart prior (ADBench). */
export const gmm = (mixture: Mixture, points: Matrix, prior: Prior): Scalar => {
  const [n, d] = points.shape;
  const components = [...mixture.alpha].map((_, k) => logDensities(mixture, points, k));
  const likelihood = sum(logsumexp(fromRows(components), "columns"));
  const norm = add(0.5 * n * d * Math.log(2 * Math.PI), mul(n, logsumexp(mixture.alpha)));
  return add(sub(likelihood, norm), logPrior(mixture, prior));
};
