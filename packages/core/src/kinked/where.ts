import { holds } from "./compare.ts";
import { commonShape, storageOf, strideOf } from "../entrywise.ts";
import { PiecewiseRule } from "../piecewise-rule.ts";
import { callable } from "../primitive.ts";
import type { Matrix } from "../matrix.ts";
import { plainOf, sizeOf } from "../shape.ts";
import type { MatrixValue, Plain, Relation, Scalar, Value, Vector } from "../value.ts";

const then = [1, 0] as const;
const otherwise = [0, 1] as const;

const chosen = (inputs: readonly Plain[], relation: Relation): Plain => {
  const shape = commonShape("where", inputs);
  const [a, b, yes, no] = inputs.map((x) => storageOf("where", x));
  const [p, q, r, t] = inputs.map(strideOf);
  const to = new Float64Array(sizeOf(shape));
  for (let k = 0; k < to.length; k++) {
    to[k] = holds(relation, a![k * p!]!, b![k * q!]!) ? yes![k * r!]! : no![k * t!]!;
  }
  return plainOf(shape, to);
};

const rule = /*#__PURE__*/ new PiecewiseRule<Relation>(
  "where",
  chosen,
  [([, , yes = NaN]) => yes, ([, , , no = NaN]) => no],
  [[([a = NaN]) => a, ([, b = NaN]) => b]],
  "relation",
  (sides, relation) => (holds(relation, sides[0]!, sides[1]!) ? then : otherwise),
  { arity: 4 },
);

interface Where {
  (relation: Relation, a: number, b: number, then: number, otherwise: number): number;
  (
    relation: Relation,
    a: Float64Array | number,
    b: Float64Array | number,
    then: Float64Array | number,
    otherwise: Float64Array | number,
  ): Float64Array;
  (
    relation: Relation,
    a: Matrix | number,
    b: Matrix | number,
    then: Matrix | number,
    otherwise: Matrix | number,
  ): Matrix;
  (relation: Relation, a: Scalar, b: Scalar, then: Scalar, otherwise: Scalar): Scalar;
  (
    relation: Relation,
    a: Vector | Scalar,
    b: Vector | Scalar,
    then: Vector | Scalar,
    otherwise: Vector | Scalar,
  ): Vector;
  (
    relation: Relation,
    a: MatrixValue | Scalar,
    b: MatrixValue | Scalar,
    then: MatrixValue | Scalar,
    otherwise: MatrixValue | Scalar,
  ): MatrixValue;
  (relation: Relation, a: Value, b: Value, then: Value, otherwise: Value): Value;
}

/**
 * `then` where the relation holds between a and b, else `otherwise`, entry by entry; the condition
 * stays part of the program. It selects, it never multiplies: what is not chosen may be NaN, in the
 * value and in the derivative.
 * @example
 * where("gt", 4, 0, sqrt(4), 0); // 2
 */
export const where = /*#__PURE__*/ callable(
  { rule },
  // The overloads say how the result's shape follows the operands'.
  ((relation: Relation, a: Value, b: Value, yes: Value, no: Value): Value =>
    typeof a === "number" &&
    typeof b === "number" &&
    typeof yes === "number" &&
    typeof no === "number"
      ? holds(relation, a, b)
        ? yes
        : no
      : rule.apply([a, b, yes, no], relation)) as Where,
);
