import { type Complex, minus, over, size, times } from "./complex.ts";

/** Beyond this a vector is scaled down before it grows on. */
const large = 2 ** 300;

/** (T − λ)·x = 0 on its way upwards. */
interface Climb {
  readonly t: Float64Array;
  readonly n: number;
  readonly lambda: Complex;
  /** Real and imaginary parts of x. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** The last entry of x that is not 0. */
  readonly last: number;
  /** Pivots below this, which are roundoff, count as this. */
  readonly small: number;
}

/**
 * The eigenvectors of a real Schur form, by substitution, as the columns of an n×n array: one column for a
 * real eigenvalue; two, the real and the imaginary part of the vector of re + i·|im|, for a pair. Each
 * has 1 as its largest entry, nearly.
 */
export const schurVectors = (t: Float64Array, n: number): Float64Array => {
  const columns = new Float64Array(n * n);
  const small = t.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0) * Number.EPSILON;
  for (let j = 0; j < n; j++) {
    const paired = j + 1 < n && t[(j + 1) * n + j] !== 0;
    const [re, im] = [new Float64Array(n), new Float64Array(n)];
    const lambda: Complex = [t[j * (n + 1)]!, paired ? imaginaryPart(t, n, j) : 0];
    const climb = { t, n, lambda, re, im, last: paired ? j + 1 : j, small: small || 1 };
    if (paired) startPair(climb, j);
    else re[j] = 1;
    ascend(climb, j - 1);
    const top = Math.max(largest(re), largest(im));
    for (let i = 0; i < n; i++) {
      columns[i * n + j] = re[i]! / top;
      if (paired) columns[i * n + j + 1] = im[i]! / top;
    }
    if (paired) j++;
  }
  return columns;
};

/** That of the pair whose block begins at row j of a real Schur form. */
export const imaginaryPart = (t: Float64Array, n: number, j: number): number =>
  Math.sqrt(Math.abs(t[j * n + j + 1]!)) * Math.sqrt(Math.abs(t[(j + 1) * n + j]!));

const largest = (x: Float64Array): number =>
  x.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);

/** The vector of a block (a, b; c, a): b·y = iω·x and c·x = iω·y. */
const startPair = ({ t, n, lambda, re, im }: Climb, j: number): void => {
  const [b, c] = [t[j * n + j + 1]!, t[(j + 1) * n + j]!];
  if (Math.abs(b) >= Math.abs(c)) {
    re[j] = 1;
    im[j + 1] = lambda[1] / b;
  } else {
    re[j + 1] = 1;
    im[j] = lambda[1] / c;
  }
};

const ascend = (climb: Climb, from: number): void => {
  const { t, n, re, im } = climb;
  for (let i = from; i >= 0; i--) {
    const paired = i > 0 && t[i * n + i - 1] !== 0;
    if (paired) solvePair(climb, --i);
    else solveOne(climb, i);
    if (Math.max(Math.abs(re[i]!), Math.abs(im[i]!)) > large) shrink(climb);
    else if (paired && Math.max(Math.abs(re[i + 1]!), Math.abs(im[i + 1]!)) > large) shrink(climb);
  }
};

const shrink = ({ re, im, last }: Climb): void => {
  for (let k = 0; k <= last; k++) {
    re[k]! /= large;
    im[k]! /= large;
  }
};

/** −Σₖ tᵢₖ·xₖ over from ≤ k */
const remainder = ({ t, n, lambda, re, im, last }: Climb, i: number, from: number): Complex => {
  let [a, b] = [0, 0];
  for (let k = from; k <= last; k++) a -= t[i * n + k]! * re[k]!;
  if (lambda[1] !== 0) for (let k = from; k <= last; k++) b -= t[i * n + k]! * im[k]!;
  return [a, b];
};

const pivotOf = (pivot: Complex, small: number): Complex =>
  size(pivot) < small ? [small, 0] : pivot;

const solveOne = (climb: Climb, i: number): void => {
  const { t, n, lambda, re, im, small } = climb;
  const pivot = pivotOf(minus([t[i * (n + 1)]!, 0], lambda), small);
  [re[i], im[i]] = over(remainder(climb, i, i + 1), pivot);
};

/** Two equations (α, b; c, α)·(x, y) = (r, s) at once, by elimination with pivoting. */
const solvePair = (climb: Climb, i: number): void => {
  const { t, n, lambda, re, im, small } = climb;
  const alpha = minus([t[i * (n + 1)]!, 0], lambda);
  const [b, c]: Complex[] = [
    [t[i * n + i + 1]!, 0],
    [t[(i + 1) * n + i]!, 0],
  ];
  const [r, s] = [remainder(climb, i, i + 2), remainder(climb, i + 1, i + 2)];
  const direct = size(alpha) >= size(c!);
  const [pivot, right, low, lowRight, first, second]: Complex[] = direct
    ? [alpha, b!, c!, alpha, r, s]
    : [c!, alpha, alpha, b!, s, r];
  const factor = over(low!, pivot!);
  const y = over(
    minus(second!, times(factor, first!)),
    pivotOf(minus(lowRight!, times(factor, right!)), small),
  );
  [re[i + 1], im[i + 1]] = y;
  [re[i], im[i]] = over(minus(first!, times(right!, y)), pivot!);
};
