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
    let square = 0;
    for (let i = 0; i < J.rows; i++) square += J.data[i * J.cols + j]! ** 2;
    product *= Math.sqrt(square);
  }
  return product;
};

/** How much of the image a unit of the region fills, at one point after the other, and which signs det J had. */
export class Stretch {
  #positive = false;
  #negative = false;
  #isTall: boolean | undefined;

  /** |det J|, or √det JᵀJ if J is tall; NaN if J is not finite. */
  of(J: MatrixValue): Scalar {
    const numbers = numberOf(J) as Matrix;
    if (!entriesOf(numbers).every(Number.isFinite)) return NaN;
    this.#isTall = J.rows > J.cols;
    const factor = signedVolume(J);
    const size = numberOf(factor);
    // What is so small beside the lengths of the columns is rounding: its sign means nothing, and noise has no integral.
    const rounding = 8 * J.rows * Number.EPSILON * lengthsOf(numbers);
    this.#positive ||= size > rounding;
    this.#negative ||= size < -rounding;
    return typeof factor === "number" && Math.abs(size) <= rounding ? 0 : abs(factor);
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
