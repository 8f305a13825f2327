import { further } from "./pade-rest.ts";

/** A diagonal Padé approximant [m/m] of eˣ: its degree m and how often its argument is halved before. */
export interface Pade {
  readonly degree: Degree;
  readonly halvings: number;
}

export type Degree = 3 | 5 | 7 | 9 | 13;

/**
 * How large ‖Aᵖ‖^(1/p) may be for an approximant to have a backward error below 2⁻⁵³, in the value and in
 * the first derivative: the latter's bounds are the tighter ones (Al-Mohy & Higham 2009, SIAM J. Matrix Anal.
 * Appl. 30, 1639–1657, table 6.1; the last one as in their 31, 970–989, 5.1). One of the two powers of A beside a
 * direction is high enough for that; what several directions ask for besides is said in `further`.
 */
const reach: Readonly<Record<Degree, number>> = {
  3: 1.08e-2,
  5: 2.0e-1,
  7: 7.83e-1,
  9: 1.78,
  13: 4.25,
};

/** The coefficients of the numerator, exact in float64; the denominator's alternate in sign. */
export const coefficients: Readonly<Record<Degree, readonly number[]>> = {
  3: [120, 60, 12, 1],
  5: [30240, 15120, 3360, 420, 30, 1],
  7: [17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1],
  9: [17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1],
  13: [
    64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000,
    10559470521600, 670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
  ],
};

/** ‖Aᵖ‖^(1/p), from a bound of ‖Aᵖ‖. */
const root = (norm: number, p: number): number => norm ** (1 / p);

/** Bounds of ‖Aᵖ‖^(1/p) for p = 6, 8, 10 from the norms of A², A⁴ and A⁶. */
const roots = ([two = 0, four = 0, six = 0]: readonly number[]): readonly [
  number,
  number,
  number,
] => [
  root(six, 6),
  Math.min(root(four, 4), root(two, 8) * root(six, 8)),
  root(four, 10) * root(six, 10),
];

/** What takes the place of ‖A‖ in the degrees that the norms known so far serve (31, (4.4)). */
const sizeOf = (norms: readonly number[]): number => {
  const [two = 0, four = 0] = norms;
  if (norms.length === 1) return root(two, 2);
  if (norms.length === 2) return Math.max(root(four, 4), root(two, 6) * root(four, 6));
  const [r6, r8] = roots(norms);
  return Math.max(r6, r8);
};

/**
 * The degree that suffices for the derivative along `order` directions without halving, given the norms of A², A⁴,
 * A⁶ as far as they are known; of 9 it is said when that of A⁶ is.
 */
export const sufficient = (
  a: Float64Array,
  n: number,
  norms: readonly number[],
  order: number,
): Degree | undefined => {
  const candidates: readonly Degree[] =
    norms.length === 1 ? [3] : norms.length === 2 ? [5] : [7, 9];
  const size = sizeOf(norms);
  return candidates.find(
    (degree) => size <= reach[degree] && further(a, n, { degree, halvings: 0 }, order) === 0,
  );
};

/**
 * The approximant of the highest degree. `exact` gives the norms of A⁸ and A¹⁰: asked for where the norms
 * have been falling, so that their bounds are not sharp, since needless halving costs accuracy. Where a
 * norm is not finite no approximant serves.
 */
export const halved = (
  a: Float64Array,
  n: number,
  norms: readonly number[],
  order: number,
  exact: () => readonly [number, number],
): Pade => {
  const [two = 0] = norms;
  const [r6, ...bounds] = roots(norms);
  let [r8, r10] = bounds;
  if (Math.max(r6, r8) > reach[13] && r6 < root(two, 2) / 2) {
    const [eight, ten] = exact();
    [r8, r10] = [root(eight, 8), root(ten, 10)];
  }
  const size = Math.min(Math.max(r6, r8), Math.max(r8, r10));
  if (!Number.isFinite(size)) return { degree: 13, halvings: 0 };
  const halvings = Math.max(0, Math.ceil(Math.log2(size / reach[13])));
  return { degree: 13, halvings: halvings + further(a, n, { degree: 13, halvings }, order) };
};
