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
const slope = (operation: string, A: Value): Value => {
  const [m, n] = matrixShape(operation, shapeOf(A));
  const plain = value(A);
  const s = plainSingularValues(operation, plain);
  const least = s[s.length - 1] ?? Infinity;
  if (least <= known(s, m, n)) {
    throw new DomainError(
      `${operation}: expected a matrix of full rank to differentiate its nuclear norm, got ${describeShape([m, n])} with singular value ${least} (no. ${s.length - 1}); there it has a kink, but the Frobenius norm has none`,
    );
  }
  const [U = NaN] = polarFactors([m < n ? transpose(A) : A]);
  return m < n ? transpose(U) : U;
};

/** Its static argument is the operation that asks. */
export const nuclear = /*#__PURE__*/ structured<string>("nuclearNorm", {
  value: ([A = NaN], operation) => [
    plainSingularValues(operation, A).reduce((total, s) => total + s, 0),
  ],
  shape: ([a = []], operation) => {
    matrixShape(operation, a);
    return [[]];
  },
  pushforward: ([dA = NaN], [A = NaN], _outputs, operation) => [sum(mul(slope(operation, A), dA))],
  pullback: ([bar = NaN], [A = NaN], _outputs, operation) => [scale(bar, slope(operation, A))],
});

/**
 * The sum of the singular values. Its gradient is the polar factor U·Vᵀ, for repeated values too
 * (docs/rules.md (9.8)).
 */
export const nuclearNorm = (operation: string, A: Value): Value =>
  nuclear([A], operation)[0] ?? NaN;
