import { add, at, div, expm1, mul, neg, type Scalar, type Vector } from "@jacobian/core";

/** A formula to fit to a data set of NIST. */
export interface Model {
  /** The data set's name, and its file's. */
  readonly name: string;
  /** How many parameters b the formula has. */
  readonly parameters: number;
  /** What it predicts at every x. */
  readonly predict: (b: Vector, x: Float64Array) => Vector;
}

/** y = b₁ (1 − exp(−b₂ x)): volume adsorbed at pressure x. */
export const misra1a: Model = {
  name: "Misra1a",
  parameters: 2,
  predict: (b, x) => mul(at(b, 0), neg(expm1(neg(mul(at(b, 1), x))))),
};

/** y = (b₁ + b₂x + b₃x² + b₄x³) / (1 + b₅x + b₆x² + b₇x³): electron mobility. */
export const thurber: Model = {
  name: "Thurber",
  parameters: 7,
  predict: (b, x) => {
    const above = cubic([at(b, 0), at(b, 1), at(b, 2), at(b, 3)], x);
    return div(above, cubic([1, at(b, 4), at(b, 5), at(b, 6)], x));
  },
};

const cubic = ([a, b, c, d]: readonly [Scalar, Scalar, Scalar, Scalar], x: Float64Array): Vector =>
  add(a, mul(x, add(b, mul(x, add(c, mul(d, x))))));
