import {
  type MatrixValue,
  type Plain,
  type StructuredRule,
  type Value,
  DomainError,
  Matrix,
  SingularMatrixError,
  callable,
  describeShape,
  shapeOf,
  structured,
  value,
} from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { tabulated } from "../construct/tabulated.ts";
import { type SymmetricEigen, symmetricEigen } from "../kernels/symmetric-eigen.ts";
import { timesTransposed } from "../products/products.ts";
import { squareSize } from "../shapes.ts";
import { ofSymmetric } from "../spectrum/symmetric-spectrum.ts";
import { remembered } from "../systems/remembered.ts";
import { lyapunov } from "./lyapunov.ts";

interface Sqrtm {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
}

const study = /*#__PURE__*/ remembered((kept) =>
  symmetricEigen(symmetricPart(kept).data, kept.rows),
);

const eigenOf = (A: Plain): SymmetricEigen => ofSymmetric("sqrtm", A, () => study.of("sqrtm", A));

/** The error of eigenvalues: what is below it in magnitude may be 0. */
const margin = ({ values }: SymmetricEigen): number =>
  values.length * Number.EPSILON * Math.max(values.at(-1) ?? 0, -(values[0] ?? 0));

/** V·√Λ·Vᵀ */
const root = (A: Plain): Plain => {
  const eigen = eigenOf(A);
  const { values, vectors } = eigen;
  const n = values.length;
  const [least = 0, most = 0] = [values[0], values[n - 1]];
  if (least < -margin(eigen)) {
    throw new DomainError(
      `sqrtm: expected a matrix whose symmetric part is positive semidefinite, got ${describeShape(shapeOf(A))} with eigenvalues from ${least.toPrecision(3)} to ${most.toPrecision(3)}; its square root is not real`,
    );
  }
  const V = new Matrix(n, n, vectors);
  const roots = values.map((x) => Math.sqrt(Math.max(x, 0)));
  const scaled = tabulated(n, n, (i, j) => vectors[i * n + j]! * roots[j]!);
  return symmetricPart(timesTransposed(scaled, V));
};

/** @throws SingularMatrixError unless the symmetric part is positive definite to working precision. */
const refuseSingular = (A: Plain): void => {
  const eigen = eigenOf(A);
  const { values } = eigen;
  const [least = 1, most = 1] = [values[0], values.at(-1)];
  if (least > margin(eigen)) return;
  throw new SingularMatrixError(
    `sqrtm: expected a positive definite matrix to differentiate, got ${describeShape(shapeOf(A))} with eigenvalues from ${least.toPrecision(3)} to ${most.toPrecision(3)}; the square root has no derivative where one of them is 0`,
    least > 0 ? least / most : 0,
  );
};

const primitive = /*#__PURE__*/ structured("sqrtm", {
  value: ([A = NaN]) => [root(A)],
  shape: ([a = []]) => {
    const n = squareSize("sqrtm", a);
    return [[n, n]];
  },
  pushforward: ([dA = NaN], [A = NaN], [X = NaN]) => {
    refuseSingular(value(A));
    // Tangents, bars and outputs have the shapes that `shape` states.
    return [lyapunov(X as MatrixValue, symmetricPart(dA as MatrixValue), "sqrtm")];
  },
  pullback: ([bar = NaN], [A = NaN], [X = NaN]) => {
    refuseSingular(value(A));
    // Tangents, bars and outputs have the shapes that `shape` states.
    return [symmetricPart(lyapunov(X as MatrixValue, bar as MatrixValue, "sqrtm"))];
  },
});

/**
 * The principal square root of the symmetric part S = (A + Aᵀ)/2 of a square matrix, if it is positive
 * semidefinite: the symmetric positive semidefinite X with X² = S. Eigenvalues of S between 0 and −n·2⁻⁵² times
 * the largest count as 0. The derivative solves X·Ẋ + Ẋ·X = Ṡ, and the adjoint the same equation:
 * X·S̄ + S̄·X = X̄ (docs/rules.md (13.11); Higham 2008, 6.1). It does not exist at a singular S.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, or if S has a negative eigenvalue;
 * SingularMatrixError in the derivative where S is singular to working precision.
 * @example
 * sqrtm(matrix([[4, 0], [0, 9]])); // Matrix 2×2 [2 0] [0 3]
 */
export const sqrtm: Sqrtm & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  primitive,
  // The overloads say that a matrix gives a matrix.
  ((A: Value) => primitive([A])[0]) as Sqrtm,
);
