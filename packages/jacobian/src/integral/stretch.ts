import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  abs,
  entriesOf,
  value as numberOf,
} from "@jacobian/core";
import { signedVolume } from "../signed-volume.ts";

/** The product of the lengths of the columns, which |det J| does not exceed (Hadamard). */
const lengthsOf = (J: Matrix): number => {
  let product = 1;
  for (let j = 0; j < J.cols; j++) {
    product *= Math.hypot(...J.data.filter((_, k) => k % J.cols === j));
  }
  return product;
};

/** How large the terms are of which rounding leaves a determinant: in the plane |ad| + |bc|, which a shear does not raise. */
const termsOf = (J: Matrix): number => {
  if (J.rows !== 2 || J.cols !== 2) return lengthsOf(J);
  const [a = 0, b = 0, c = 0, d = 0] = J.data;
  return Math.abs(a * d) + Math.abs(b * c);
};

/** What is left out counts if it may be this part of what the factor is elsewhere. */
const noticeable = 1e-10;

/** How much of the image a unit of the region fills, at one point after the other, and which signs det J had. */
export class Stretch {
  #positive = false;
  #negative = false;
  #isTall: boolean | undefined;
  /** The largest factor that was kept, and the largest that may have been taken for rounding. */
  #kept = 0;
  #lost = 0;

  /** |det J|, or √det JᵀJ if J is tall; NaN if J is not finite. */
  of(J: MatrixValue): Scalar {
    const numbers = numberOf(J) as Matrix;
    if (!entriesOf(numbers).every(Number.isFinite)) return NaN;
    this.#isTall = J.rows > J.cols;
    const factor = signedVolume(J);
    const size = numberOf(factor);
    // What is so small beside its terms is rounding: its sign means nothing, and noise has no integral.
    const rounding = 8 * J.rows * Number.EPSILON * termsOf(numbers);
    this.#positive ||= size > rounding;
    this.#negative ||= size < -rounding;
    if (!(Math.abs(size) <= rounding)) this.#kept = Math.max(this.#kept, Math.abs(size));
    else if (typeof factor === "number") {
      this.#lost = Math.max(this.#lost, rounding);
      return 0;
    }
    return abs(factor);
  }

  /** Whether J was so near to dependent columns at some of the points that what was left out there may count. */
  get isBlurred(): boolean {
    return !this.isFlat && this.#lost > noticeable * this.#kept;
  }

  /** Whether J had dependent columns at every point, of which there was one at the least. */
  get isFlat(): boolean {
    return this.#isTall !== undefined && !this.#positive && !this.#negative;
  }

  /** 1, −1, 0 if det J was never other than 0, "mixed" if it had both signs, undefined if J is tall or was not looked at. */
  get orientation(): 1 | -1 | 0 | "mixed" | undefined {
    if (this.#isTall !== false) return undefined;
    if (this.#positive && this.#negative) return "mixed";
    return this.#positive ? 1 : this.#negative ? -1 : 0;
  }
}
