import { Matrix } from "@jacobian/core";

/** Sizes at which properties are tested: nothing, the smallest, odd and even, beyond one block. */
export const sizes = [0, 1, 2, 3, 7, 20, 67];

/** A sequence of numbers from −1 to 1 that is the same in every run (Park & Miller 1988). */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
};

export const randomVector = (n: number, seed = n): Float64Array =>
  Float64Array.from({ length: n }, randomNumbers(seed));

export const randomMatrix = (m: number, n: number, seed = 7 * m + n): Matrix =>
  new Matrix(m, n, randomVector(m * n, seed));

/** The Hilbert matrix 1/(i + j + 1), nearly singular from n = 12 on. */
export const hilbert = (n: number): Matrix =>
  new Matrix(
    n,
    n,
    Float64Array.from({ length: n * n }, (_, k) => 1 / (Math.floor(k / n) + (k % n) + 1)),
  );

/** The largest difference of entries, relative to the largest entry of the second. */
export const relativeError = (got: ArrayLike<number>, expected: ArrayLike<number>): number => {
  if (got.length !== expected.length) return Infinity;
  const differences = Array.from(got, (x, k) => Math.abs(x - (expected[k] ?? NaN)));
  const largest = Math.max(...Array.from(expected, Math.abs));
  return expected.length === 0 ? 0 : Math.max(...differences) / (largest === 0 ? 1 : largest);
};

/** Powers of equidistant points from −1 to 1, column j of the j-th: nearly dependent from n = 20 on. */
export const vandermonde = (m: number, n: number): Matrix =>
  new Matrix(
    m,
    n,
    Float64Array.from(
      { length: m * n },
      (_, k) => ((2 * Math.floor(k / n)) / Math.max(m - 1, 1) - 1) ** (k % n),
    ),
  );

/** Random entries, whose size falls from 1 to `least` along rows, columns or both. */
export const graded = (
  m: number,
  n: number,
  least: number,
  along: "rows" | "columns" | "both",
): Matrix => {
  const A = randomMatrix(m, n);
  const share = (i: number, length: number): number => i / Math.max(length - 1, 1);
  A.data.forEach((entry, k) => {
    const down = along === "columns" ? 0 : share(Math.floor(k / n), m);
    const right = along === "rows" ? 0 : share(k % n, n);
    A.data[k] = entry * least ** (along === "both" ? (down + right) / 2 : down + right);
  });
  return A;
};

/**
 * sⁱ times 1 on the diagonal and −c right of it, s = sin θ and c = cos θ: its pivots hide how small its
 * last singular value is (Kahan 1966). Its columns are equally long but for rounding.
 */
export const kahan = (n: number, angle: number): Matrix => {
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const A = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) A.data[i * n + j] = s ** i * (i === j ? 1 : -c);
  }
  return A;
};
