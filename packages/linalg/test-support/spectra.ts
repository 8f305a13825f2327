import { Matrix } from "@jacobian/core";
import { randomNumbers } from "./matrices.ts";

// Square matrices that test eigenvalue algorithms.

const square = (n: number, entry: (i: number, j: number) => number): Matrix =>
  new Matrix(
    n,
    n,
    Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n)),
  );

const symmetric = (n: number, lower: (i: number, j: number) => number): Matrix => {
  const L = square(n, (i, j) => (j > i ? 0 : lower(i, j)));
  return square(n, (i, j) => L.at(Math.max(i, j), Math.min(i, j)));
};

const tridiagonal = (
  n: number,
  diagonal: (i: number) => number,
  beside: (i: number) => number,
): Matrix => symmetric(n, (i, j) => (i === j ? diagonal(i) : i === j + 1 ? beside(i) : 0));

/** Diagonal entries of a Wilkinson matrix W₂₁⁺: its large eigenvalues come in pairs that agree to 14 digits. */
const wilkinson = (i: number): number => Math.abs((i % 21) - 10);

/** diag(λ) between two reflections, which mix all entries. */
export const ofSpectrum = (n: number, lambda: (k: number) => number): Matrix => {
  const next = randomNumbers(n);
  const [u, v] = [0, 1].map(() => {
    const x = Array.from({ length: n }, next);
    const norm = Math.hypot(...x);
    return x.map((entry) => entry / norm);
  });
  const h = (w: number[], i: number, j: number) => (i === j ? 1 : 0) - 2 * w[i]! * w[j]!;
  const Q = square(n, (i, j) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += h(u!, i, k) * h(v!, k, j);
    return sum;
  });
  return symmetric(n, (i, j) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += Q.at(i, k) * lambda(k) * Q.at(j, k);
    return sum;
  });
};

/** Symmetric matrices of size n by name: random, structured, graded, clustered, near the ends of the range. */
export const symmetricFamilies = (n: number): Readonly<Record<string, Matrix>> => {
  const next = randomNumbers(n);
  const random = (unit: (i: number, j: number) => number) =>
    symmetric(n, (i, j) => next() * unit(i, j));
  const share = (i: number) => i / Math.max(n, 1);
  return {
    random: random(() => 1),
    "of whole numbers": symmetric(n, () => Math.round(2 * next())),
    zero: square(n, () => 0),
    identity: square(n, (i, j) => (i === j ? 1 : 0)),
    "all ones": square(n, () => 1),
    Hilbert: square(n, (i, j) => 1 / (i + j + 1)),
    "second difference": tridiagonal(
      n,
      () => 2,
      () => -1,
    ),
    Clement: tridiagonal(
      n,
      () => 0,
      (i) => Math.sqrt(i * (n - i)),
    ),
    Wilkinson: tridiagonal(n, wilkinson, () => 1),
    "Wilkinson, glued": tridiagonal(n, wilkinson, (i) => (i % 21 === 0 ? 1e-12 : 1)),
    arrow: symmetric(n, (i, j) => (i === j ? i : j === 0 ? 1 : 0)),
    sparse: symmetric(n, () => (next() > 0.8 ? next() : 0)),
    "near 1e150": random(() => 1e150),
    "near 1e-150": random(() => 1e-150),
    "near 1e-300": random(() => 1e-300),
    "graded downwards": random((i, j) => 1e-150 ** (share(i) + share(j))),
    "graded upwards": random((i, j) => 1e-150 ** (2 - share(i) - share(j))),
    "tridiagonal, graded downwards": tridiagonal(
      n,
      (i) => next() * 1e-300 ** share(i),
      (i) => next() * 1e-300 ** share(i),
    ),
    "tridiagonal, graded upwards": tridiagonal(
      n,
      (i) => next() * 1e-300 ** (1 - share(i)),
      (i) => next() * 1e-300 ** (1 - share(i)),
    ),
    "of two scales": random((i, j) => (i < n / 2 === j < n / 2 ? (i < n / 2 ? 1e-200 : 1) : 0)),
    "of rank 1": symmetric(n, (i, j) => Math.sin(i + 1) * Math.sin(j + 1)),
    "with a cluster at 0": ofSpectrum(n, (k) => (k === 0 ? 1 : k * 1e-16)),
    "with repeated eigenvalues": ofSpectrum(n, (k) => k % 3),
    "with two clusters": ofSpectrum(n, (k) => (k % 2) + next() * 1e-10),
    "with geometric eigenvalues": ofSpectrum(n, (k) => 2 ** -k),
  };
};

/** Square matrices of size n by name, with real, complex, defective and badly scaled spectra. */
export const generalFamilies = (n: number): Readonly<Record<string, Matrix>> => {
  const next = randomNumbers(n + 100);
  const random = (unit: (i: number, j: number) => number) =>
    square(n, (i, j) => next() * unit(i, j));
  const order = Array.from({ length: n }, (_, i) => (i * 7 + 3) % Math.max(n, 1));
  return {
    random: random(() => 1),
    "of whole numbers": square(n, () => Math.round(2 * next())),
    zero: square(n, () => 0),
    identity: square(n, (i, j) => (i === j ? 1 : 0)),
    "all ones": square(n, () => 1),
    triangular: random((i, j) => (j >= i ? 1 : 0)),
    "triangular, permuted": random((i, j) => (order[j]! >= order[i]! ? 1 : 0)),
    skew: square(n, (i, j) => Math.sin(i - j)),
    "cyclic permutation": square(n, (i, j) => (j === (i + 1) % n ? 1 : 0)),
    Frank: square(n, (i, j) => (j < i - 1 ? 0 : n - Math.max(i, j))),
    Grcar: square(n, (i, j) => (i === j + 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0)),
    Jordan: square(n, (i, j) => (i === j || j === i + 1 ? 1 : 0)),
    "Jordan, perturbed": square(n, (i, j) =>
      i === j || j === i + 1 ? 1 : i === n - 1 && j === 0 ? 1e-10 : 0,
    ),
    "near 1e150": random(() => 1e150),
    "near 1e-150": random(() => 1e-150),
    "badly balanced": random((i, j) => 1e3 ** (i - j)),
    "very badly balanced": random((i, j) => 1e300 ** ((i - j) / Math.max(n, 1))),
    "graded by rows": random((i) => 1e-150 ** (i / Math.max(n, 1))),
    "graded by columns": random((_i, j) => 1e-150 ** (j / Math.max(n, 1))),
    symmetric: symmetric(n, next),
  };
};

/** The companion matrix of the monic polynomial with these roots, given as (re, im); pairs are complete. */
export const companion = (roots: readonly (readonly [number, number])[]): Matrix => {
  let coefficients: [number, number][] = [[1, 0]];
  for (const [a, b] of roots) {
    const times = coefficients.map(([x, y]): [number, number] => [x * a - y * b, x * b + y * a]);
    coefficients = [...coefficients, [0, 0] as [number, number]].map(([x, y], k) => {
      const [p, q] = times[k - 1] ?? [0, 0];
      return [x - p, y - q];
    });
  }
  const n = roots.length;
  return square(n, (i, j) => (i === 0 ? -coefficients[j + 1]![0] : i === j + 1 ? 1 : 0));
};
