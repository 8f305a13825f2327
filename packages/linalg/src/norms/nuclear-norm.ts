import {
  type Value,
  DomainError,
  describeShape,
  mul,
  scale,
  shapeOf,
  structured,
  sum,
  value,
} from "@jacobian/core";
import { polarFactors } from "../functions/polar.ts";
import { matrixShape } from "../shapes.ts";
import { known, plainSingularValues } from "../spectrum/singular-factors.ts";
import { transpose } from "../products/transpose.ts";

/**
 * U·Vᵀ, the orthonormal polar factor of A or, of a wide matrix, the transposed one of Aᵀ.
 * @throws DomainError unless A has full rank.
 */
const slope = (A: Value): Value => {
  const [m, n] = matrixShape("norm", shapeOf(A));
  const plain = value(A);
  const s = plainSingularValues("norm", plain);
  const least = s[s.length - 1] ?? Infinity;
  if (least <= known(s, m, n)) {
    throw new DomainError(
      `norm: expected a matrix of full rank to differentiate its nuclear norm, got ${describeShape([m, n])} with singular value ${least} (no. ${s.length - 1}); there it has a kink, but the Frobenius norm has none`,
    );
  }
  const [U = NaN] = polarFactors([m < n ? transpose(A) : A]);
  return m < n ? transpose(U) : U;
};

export const nuclear = /*#__PURE__*/ structured("nuclearNorm", {
  value: ([A = NaN]) => [plainSingularValues("norm", A).reduce((total, s) => total + s, 0)],
  shape: ([a = []]) => {
    matrixShape("norm", a);
    return [[]];
  },
  pushforward: ([dA = NaN], [A = NaN]) => [sum(mul(slope(A), dA))],
  pullback: ([bar = NaN], [A = NaN]) => [scale(bar, slope(A))],
});

/**
 * The sum of the singular values. Its gradient is the polar factor U·Vᵀ, for repeated values too
 * (docs/rules.md (9.8)).
 */
export const nuclearNorm = (A: Value): Value => nuclear([A])[0] ?? NaN;
