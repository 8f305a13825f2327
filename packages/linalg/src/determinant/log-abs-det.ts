import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Value,
  SingularMatrixError,
  callable,
  describeShape,
  scale,
  shapeOf,
  structured,
  sum,
} from "@jacobian/core";
import { factorsOf } from "../systems/factors.ts";
import { inverseFor } from "../systems/inv.ts";
import { logAbsDeterminant } from "../kernels/determinant.ts";
import { squareSize } from "../shapes.ts";
import { transpose } from "../products/transpose.ts";

/** det A = sign · e^logAbsDet. */
export type SignAndLogAbsDet<S extends Scalar> = {
  /** 1 or −1; its derivative is 0. */
  readonly sign: S;
  /** log |det A| */
  readonly logAbsDet: S;
};

interface LogAbsDet {
  (A: Matrix): SignAndLogAbsDet<number>;
  (A: MatrixValue): SignAndLogAbsDet<Scalar>;
}

const logVolume = /*#__PURE__*/ structured("logAbsDet", {
  value: ([A = NaN]) => {
    const { sign, log } = logAbsDeterminant(factorsOf("logAbsDet", A));
    if (sign !== 0) return [sign, log];
    throw new SingularMatrixError(
      `logAbsDet: expected an invertible matrix, got ${describeShape(shapeOf(A))} of determinant 0; use det, which is 0 there`,
    );
  },
  shape: ([a = []]) => {
    squareSize("logAbsDet", a);
    return [[], []];
  },
  pushforward: ([dA = NaN], [A = NaN]) => [
    0,
    sum(scale(transpose(inverseFor("logAbsDet", A)), dA)),
  ],
});

/**
 * The sign and the logarithm of the magnitude of the determinant, which stay in range where the
 * determinant does not; { sign: 1, logAbsDet: 0 } of a 0×0 matrix. Only an exact 0 is refused: a small `rcond`
 * does not tell how many digits a determinant has, of triangles and badly scaled rows it has all. The logarithm's derivative is
 * tr(A⁻¹·Ȧ) (Giles 2008, 2.2.4; docs/rules.md (3.3)).
 * @throws ShapeError unless A is square; SingularMatrixError if a pivot is 0, and in the derivative as
 * `inv` does; DomainError for NaN or ∞ in A.
 * @example
 * logAbsDet(matrix([[0, 1], [1, 0]])); // { sign: -1, logAbsDet: 0 }
 */
export const logAbsDet = /*#__PURE__*/ callable(logVolume, ((A: Value) => {
  const [sign, logAbsDet] = logVolume([A]);
  return { sign, logAbsDet };
  // The overloads say that a matrix gives two scalars.
}) as LogAbsDet);
