import { type Plain, DomainError, describeShape, shapeOf } from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { choleskyFactor } from "../kernels/cholesky.ts";
import { reciprocalCondition, surelyAbove } from "../kernels/condition.ts";
import { exponentOf, unitOf } from "../kernels/exponent.ts";
import type { Factors } from "../kernels/factorize.ts";
import { refuseSingular, threshold } from "./factors.ts";
import { lazily, remembered } from "./remembered.ts";

/** S/unit = (L·D⁻¹)·(D·Lᵀ)/unit for D the diagonal of L and unit = root²: a unit lower and an upper triangle. */
const asFactors = (L: Float64Array, n: number, root: number): Factors => {
  const packed = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [entry, pivot] = [L[i * n + j]!, L[j * n + j]!];
      packed[i * n + j] = entry / pivot;
      packed[j * n + i] = (entry / root) * (pivot / root);
    }
  }
  const order = Int32Array.from({ length: n }, (_, i) => i);
  return { n, packed, order, sign: 1, unit: root * root };
};

const study = /*#__PURE__*/ remembered((kept) => {
  const n = kept.rows;
  const symmetric = symmetricPart(kept).data;
  const root = 2 ** Math.trunc(exponentOf(unitOf(symmetric)) / 2);
  // Nothing on the way exceeds the diagonal, so large entries need no unit, in which small ones would underflow.
  const lift = Math.min(root, 1);
  const S = lift === 1 ? symmetric : symmetric.map((entry) => entry / lift ** 2);
  const { L: lifted, failed, pivot } = choleskyFactor(S, n);
  const L = lift === 1 ? lifted : lifted.map((entry) => entry * lift);
  const factors = lazily(() => asFactors(L, n, root));
  return {
    L,
    failed,
    pivot: pivot * lift ** 2,
    factors,
    rcond: lazily(() => reciprocalCondition(symmetric, factors())),
    sound: lazily(() => surelyAbove(threshold(n), symmetric, factors())),
  };
});

type Study = ReturnType<typeof study.of>;

const positive = (operation: string, A: Plain, remedy: string): Study => {
  const known = study.of(operation, A);
  if (known.failed < 0) return known;
  throw new DomainError(
    `${operation}: expected a positive definite matrix, got ${describeShape(shapeOf(A))} whose pivot ${known.failed} is ${known.pivot.toPrecision(2)}; ${remedy}`,
  );
};

/**
 * L of (A + Aᵀ)/2 = L·Lᵀ, row by row.
 * @throws DomainError unless every pivot is positive, or for NaN or ∞ in A; ShapeError unless A is square.
 */
export const choleskyOf = (operation: string, A: Plain): Float64Array =>
  positive(operation, A, "use ldl, which takes indefinite matrices too").L;

/**
 * The factors of (A + Aᵀ)/2 as those of LU without pivoting.
 * @throws DomainError unless every pivot is positive, or for NaN or ∞ in A; SingularMatrixError if the
 * reciprocal condition number is below n·2⁻⁵²; ShapeError unless A is square.
 */
export const definiteFactorsOf = (operation: string, A: Plain): Factors => {
  const known = positive(operation, A, "use solve, which takes indefinite matrices too");
  if (!known.sound()) refuseSingular(operation, A, known.rcond());
  return known.factors();
};
