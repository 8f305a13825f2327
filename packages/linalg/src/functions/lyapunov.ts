import {
  type MatrixValue,
  type Plain,
  type Structured,
  SingularMatrixError,
  add,
  describeShape,
  entriesOf,
  neg,
  plainOf,
  structured,
  sub,
} from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { symmetricEigen } from "../kernels/symmetric-eigen.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { misfit, squareSize } from "../shapes.ts";
import { ofSymmetric } from "../spectrum/symmetric-spectrum.ts";
import { transpose } from "../products/transpose.ts";

/** @throws SingularMatrixError unless all eigenvalues are positive to working precision. */
const refuseSemidefinite = (operation: string, values: Float64Array): void => {
  const n = values.length;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (n === 0 || least > n * Number.EPSILON * most) return;
  throw new SingularMatrixError(
    `${operation}: expected a matrix of full rank to differentiate, got a factor, ${describeShape([n, n])}, with eigenvalues from ${least.toPrecision(2)} to ${most.toPrecision(2)}; where one is 0 there is no derivative`,
    Math.max(least / most, 0),
  );
};

/** In the eigenvectors' coordinates the equation is (λᵢ + λⱼ)·xᵢⱼ = cᵢⱼ. */
const solution = (operation: string, P: Plain, C: Plain): Plain => {
  const { values, vectors } = ofSymmetric(operation, P, symmetricEigen);
  refuseSemidefinite(operation, values);
  const n = values.length;
  const V = plainOf([n, n], vectors);
  const turned = entriesOf(transposedTimes(V, matmul(C, V)) as Plain);
  const x = turned.map((entry, k) => entry / (values[Math.floor(k / n)]! + values[k % n]!));
  // Plain values give a plain value.
  return matmul(V, timesTransposed(plainOf([n, n], x), V)) as Plain;
};

export const lyapunovEquation: Structured<string> = /*#__PURE__*/ structured<string>("lyapunov", {
  value: ([P = NaN, C = NaN], operation) => [solution(operation, P, C)],
  shape: ([p = [], c = []], operation) => {
    const n = squareSize(operation, p);
    if (c[0] === n && c[1] === n) return [c];
    throw misfit(operation, "two square matrices of one size", p, c, "make the sizes equal");
  },
  pushforward: ([dP = NaN, dC = NaN], [P = NaN], [X = NaN], operation) => {
    const moved = add(matmul(dP, X), matmul(X, dP));
    return lyapunovEquation([P, sub(dC, moved)], operation);
  },
  pullback: ([bar = NaN], [P = NaN], [X = NaN], operation) => {
    const [CBar = NaN] = lyapunovEquation([P, bar], operation);
    const Xt = transpose(X);
    return [neg(add(matmul(CBar, Xt), matmul(Xt, CBar))), CBar];
  },
});

/**
 * The solution X of P·X + X·P = C for symmetric positive definite P and any C; P counts as (P + Pᵀ)/2.
 * The map C ↦ X is its own transpose, and Ẋ solves P·Ẋ + Ẋ·P = Ċ − Ṗ·X − X·Ṗ; so C̄ solves it for X̄, and
 * P̄ = −(C̄·Xᵀ + Xᵀ·C̄) (docs/rules.md (10.9)).
 * @throws SingularMatrixError, in the name of `operation`, unless P is positive definite.
 */
export const lyapunov = (P: MatrixValue, C: MatrixValue, operation = "lyapunov"): MatrixValue =>
  // A matrix equation has a matrix as its solution.
  lyapunovEquation([symmetricPart(P), C], operation)[0] as MatrixValue;
