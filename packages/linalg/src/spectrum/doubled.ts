import { type Spectrum, type Value, add, scatter, shapeOf } from "@jacobian/core";
import { transpose } from "../products/transpose.ts";
import { decomposed } from "./symmetric-spectrum.ts";

/** (0 A; Aᵀ 0), whose eigenvalues are ±σᵢ, with eigenvectors (uᵢ; ±vᵢ), and zeros (Jordan; Wielandt). */
export const doubled = (A: Value): Value => {
  const [m = 0, n = 0] = shapeOf(A);
  const size = m + n;
  const index = Int32Array.from(
    { length: m * n },
    (_, k) => Math.floor(k / n) * size + m + (k % n),
  );
  const upper = scatter(A, { index, shape: [size, size] });
  return add(upper, transpose(upper));
};

/** Singular values of A, of these places in descending order, as eigenvalues. */
export const doubledSpectrum = (
  operation: string,
  A: Value,
  places: readonly number[],
): Spectrum => {
  const [m = 0, n = 0] = shapeOf(A);
  return {
    matrix: doubled(A),
    indices: places.map((place) => m + n - 1 - place),
    decompose: decomposed(operation),
  };
};
