import { type Block, type Turned, reflectThree, rotate } from "./eigen-turns.ts";

/** The most steps for each eigenvalue; two or three are enough. */
const patience = 30;

/**
 * H = Z·T·Zᵀ, the real Schur form, by the QR iteration with Francis' double shift (Golub & Van Loan 2013,
 * section 7.5), in place of h; zt := Zᵀ·zt. Blocks of T on the diagonal are 1×1, or 2×2 with equal
 * diagonal entries and two others of opposite sign: a complex pair. H is upper Hessenberg in its rows and
 * columns low ≤ i < high, and triangular outside. Without zt, only the diagonal blocks of T come out.
 * Gives false if it does not end.
 */
export const iterateSchur = (
  h: Float64Array,
  n: number,
  low: number,
  high: number,
  zt?: Float64Array,
): boolean => {
  const turned = { n, h, zt };
  const norm = h.reduce((sum, entry) => sum + Math.abs(entry), 0);
  let budget = patience * (high - low);
  for (let end = high - 1, steps = 0; end >= low;) {
    const start = blockStart(turned, low, end, norm);
    if (start < end - 1) {
      if (budget-- === 0) return false;
      step(turned, { start, end }, ++steps);
      continue;
    }
    if (start === end - 1) standardize(turned, { start, end });
    end = start - 1;
    steps = 0;
  }
  return true;
};

/**
 * So far below the norm an entry is negligible whatever stands beside it. A matrix of low rank may have a whole block of
 * smaller ones, whose products in shifts and bulges would leave the range.
 */
const nothing = 2 ** -500;

/** The first row of the block that ends at row `end` and that no negligible entry cuts. */
const blockStart = ({ n, h }: Turned, low: number, end: number, norm: number): number => {
  for (let k = end; k > low; k--) {
    const size = Math.abs(h[(k - 1) * (n + 1)]!) + Math.abs(h[k * (n + 1)]!);
    const negligible = Math.max((Number.EPSILON / 2) * (size === 0 ? norm : size), nothing * norm);
    if (Math.abs(h[k * n + k - 1]!) > negligible) continue;
    h[k * n + k - 1] = 0;
    return k;
  }
  return low;
};

/** The diagonal entries of a 2×2 matrix and the product of the others, whose eigenvalues are the shifts. */
const shifts = (
  { n, h }: Turned,
  end: number,
  steps: number,
): readonly [number, number, number] => {
  const [corner, last] = [(end - 1) * (n + 1), end * (n + 1)];
  if (steps % 10 !== 0) return [h[corner]!, h[last]!, h[corner + 1]! * h[last - 1]!];
  // Every tenth step takes odd ones, in case the usual ones run in a circle.
  const size = Math.abs(h[last - 1]!) + Math.abs(h[corner - 1]!);
  const shift = 0.75 * size + h[last]!;
  return [shift, shift, -0.4375 * size * size];
};

/** The first column of (H − s₁)(H − s₂), divided by its last subdiagonal entry. */
const bulge = (turned: Turned, { start, end }: Block, steps: number): [number, number, number] => {
  const { n, h } = turned;
  const [first, second, product] = shifts(turned, end, steps);
  const at = start * (n + 1);
  const [a, b, c, d] = [h[at]!, h[at + 1]!, h[at + n]!, h[at + n + 1]!];
  return [
    ((a - first) * (a - second) - product) / c + b,
    a - first + (d - second),
    h[at + 2 * n + 1]!,
  ];
};

/** One step: the bulge that the shifts make at the top of a block is chased out at its end. */
const step = (turned: Turned, block: Block, steps: number): void => {
  const { n, h } = turned;
  let [x, y, z] = bulge(turned, block, steps);
  for (let k = block.start; k < block.end - 1; k++) {
    const column = k * n + k - 1;
    if (k > block.start) [x, y, z] = [h[column]!, h[column + n]!, h[column + 2 * n]!];
    const scale = Math.abs(x) + Math.abs(y) + Math.abs(z);
    if (scale === 0) continue;
    const [p, q, r] = [x / scale, y / scale, z / scale];
    const norm = Math.sqrt(p * p + q * q + r * r) * (p < 0 ? -1 : 1);
    const pivot = p + norm;
    reflectThree(turned, block, k, pivot / norm, q / pivot, r / pivot);
    if (k === block.start) continue;
    h[column] = -norm * scale;
    h[column + n] = h[column + 2 * n] = 0;
  }
  const k = block.end - 1;
  [x, y] = [h[k * n + k - 1]!, h[(k + 1) * n + k - 1]!];
  const length = Math.hypot(x, y);
  if (length === 0) return;
  rotate(turned, block, k, x / length, y / length);
  h[(k + 1) * n + k - 1] = 0;
};

/**
 * Turns a 2×2 block so that its diagonal entries become equal, by tan 2θ = (d − a)/(b + c); if its
 * eigenvalues are real, on until it is triangular.
 */
const standardize = (turned: Turned, block: Block): void => {
  const { n, h } = turned;
  const k = block.start;
  const at = k * (n + 1);
  const [difference, sum] = [h[at]! - h[at + n + 1]!, h[at + 1]! + h[at + n]!];
  if (difference !== 0) {
    const angle = ((sum < 0 ? -1 : 1) * Math.atan2(difference, Math.abs(sum))) / 2;
    rotate(turned, block, k, Math.cos(angle), -Math.sin(angle));
  }
  const mean = h[at]! / 2 + h[at + n + 1]! / 2;
  h[at] = h[at + n + 1] = mean;
  const [b, c] = [h[at + 1]!, h[at + n]!];
  if (c === 0 || Math.sign(b) === -Math.sign(c)) return;
  const [rootB, rootC] = [Math.sqrt(Math.abs(b)), Math.sqrt(Math.abs(c))];
  const length = Math.hypot(rootB, rootC);
  rotate(turned, block, k, rootB / length, (Math.sign(c) * rootC) / length);
  h[at] = mean + rootB * rootC;
  h[at + n + 1] = mean - rootB * rootC;
  h[at + n] = 0;
};
