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
  scale,
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

interface Equation {
  /** In whose name it refuses. */
  readonly operation: string;
  /** Whether C counts as its skew part; X is then skew too. */
  readonly skew: boolean;
}

/**
 * In the eigenvectors' coordinates the equation is (λᵢ + λⱼ)·xᵢⱼ = cᵢⱼ. A skew C has no diagonal: what rounding left there
 * must not be divided by 2λᵢ, nor can λᵢ alone then make the equation ill-conditioned.
 */
const solution = (P: Plain, C: Plain, { operation, skew }: Equation): Plain => {
  const { values, vectors } = ofSymmetric(operation, P, symmetricEigen);
  refuseSemidefinite(operation, values);
  const n = values.length;
  const V = plainOf([n, n], vectors);
  const turned = transposedTimes(V, matmul(C, V));
  const right = skew ? scale(0.5, sub(turned, transpose(turned))) : turned;
  // Plain values give a plain value.
  const c = entriesOf(right as Plain);
  const x = c.map((entry, k) => entry / (values[Math.floor(k / n)]! + values[k % n]!));
  return matmul(V, timesTransposed(plainOf([n, n], x), V)) as Plain;
};

export const lyapunovEquation: Structured<Equation> = /*#__PURE__*/ structured<Equation>(
  "lyapunov",
  {
    value: ([P = NaN, C = NaN], equation) => [solution(P, C, equation)],
    shape: ([p = [], c = []], { operation }) => {
      const n = squareSize(operation, p);
      if (c[0] === n && c[1] === n) return [c];
      throw misfit(operation, "two square matrices of one size", p, c, "make the sizes equal");
    },
    pushforward: ([dP = NaN, dC = NaN], [P = NaN], [X = NaN], equation) => {
      const moved = add(matmul(dP, X), matmul(X, dP));
      return lyapunovEquation([P, sub(dC, moved)], equation);
    },
    pullback: ([bar = NaN], [P = NaN], [X = NaN], equation) => {
      const [CBar = NaN] = lyapunovEquation([P, bar], equation);
      const Xt = transpose(X);
      return [neg(add(matmul(CBar, Xt), matmul(Xt, CBar))), CBar];
    },
    linearity: "leftQuotient",
  },
);

const solved = (P: MatrixValue, C: MatrixValue, equation: Equation): MatrixValue =>
  // A matrix equation has a matrix as its solution.
  lyapunovEquation([symmetricPart(P), C], equation)[0] as MatrixValue;

/**
 * The solution X of P·X + X·P = C for symmetric positive definite P and any C; P counts as (P + Pᵀ)/2.
 * The map C ↦ X is its own transpose, and Ẋ solves P·Ẋ + Ẋ·P = Ċ − Ṗ·X − X·Ṗ; so C̄ solves it for X̄, and
 * P̄ = −(C̄·Xᵀ + Xᵀ·C̄) (docs/rules.md (10.9)).
 * @throws SingularMatrixError, in the name of `operation`, unless P is positive definite.
 */
export const lyapunov = (P: MatrixValue, C: MatrixValue, operation = "lyapunov"): MatrixValue =>
  solved(P, C, { operation, skew: false });

/** The same with the skew part of C, so that X is skew. What divides are the sums λᵢ + λⱼ with i ≠ j. */
export const skewLyapunov = (P: MatrixValue, C: MatrixValue, operation: string): MatrixValue =>
  solved(P, C, { operation, skew: true });
