/**
 * Divides each vector by its 2-norm and turns it so that its first entry of at least 0.9 times the largest
 * modulus is real and positive. Column j is a real vector where kinds[j] is 0, and the real part of one,
 * whose imaginary part follows, where it is 1.
 */
export const normalizeVectors = (basis: Float64Array, n: number, kinds: Int32Array): void => {
  for (let j = 0; j < n; j++) {
    if (kinds[j] === 0) normalize(basis, n, j, new Float64Array(n));
    if (kinds[j] !== 1) continue;
    const im = Float64Array.from({ length: n }, (_, i) => basis[i * n + j + 1]!);
    normalize(basis, n, j, im);
    for (let i = 0; i < n; i++) basis[i * n + j + 1] = im[i]!;
  }
};

const normalize = (basis: Float64Array, n: number, j: number, im: Float64Array): void => {
  const re = Float64Array.from({ length: n }, (_, i) => basis[i * n + j]!);
  const top = [...re, ...im].reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  for (let i = 0; i < n; i++) {
    re[i]! /= top;
    im[i]! /= top;
  }
  const lead = leading(re, im);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += re[i]! ** 2 + im[i]! ** 2;
  const modulus = Math.hypot(re[lead]!, im[lead]!);
  const norm = Math.sqrt(squares);
  const [c, s] = [re[lead]! / modulus / norm, im[lead]! / modulus / norm];
  for (let i = 0; i < n; i++) {
    basis[i * n + j] = c * re[i]! + s * im[i]!;
    im[i] = i === lead ? 0 : c * im[i]! - s * re[i]!;
  }
};

/** The first entry of at least 0.9 times the largest modulus. */
const leading = (re: Float64Array, im: Float64Array): number => {
  const moduli = re.map((entry, i) => Math.hypot(entry, im[i]!));
  const top = moduli.reduce((most, entry) => Math.max(most, entry), 0);
  return moduli.findIndex((entry) => entry >= 0.9 * top);
};
